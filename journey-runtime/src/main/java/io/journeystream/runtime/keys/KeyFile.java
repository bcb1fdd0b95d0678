package io.journeystream.runtime.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in a file, read again within a second after it changes. One that cannot be read any more is complained of, and the
 * keys before stay valid. Safe for use by many threads.
 */
public final class KeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final long BETWEEN_LOOKS = Duration.ofMillis(500).toNanos();

    private record Stamp(FileTime changed, long size) {}

    private final Path file;
    private volatile ApiKeys keys;
    private @Nullable Stamp stamp;
    private volatile long lastLook = System.nanoTime();

    private KeyFile(Path file, @Nullable Stamp stamp, ApiKeys keys) {
        this.file = file;
        this.stamp = stamp;
        this.keys = keys;
    }

    /**
     * Reads a file of keys.
     *
     * @throws IllegalArgumentException if it cannot be read or holds something else; says which line and what is right
     */
    public static KeyFile open(Path file) {
        try {
            Stamp stamp = stamp(file);
            return new KeyFile(file, stamp, ApiKeys.parse(Files.readAllLines(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException("the file of keys " + file + " cannot be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the file of keys " + file + ", " + e.getMessage(), e);
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
    }

    /** The key of that secret; empty if there is none. */
    public Optional<ApiKey> find(String secret) {
        if (System.nanoTime() - lastLook > BETWEEN_LOOKS) {
            look();
        }
        return keys.find(secret);
    }

    private synchronized void look() {
        lastLook = System.nanoTime();
        try {
            Stamp now = stamp(file);
            if (now.equals(stamp)) {
                return;
            }
            stamp = now;
            keys = ApiKeys.parse(Files.readAllLines(file));
            LOG.info("Read {} keys from {}", keys.keys().size(), file);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The keys of before stay valid: {}: {}", file, e.getMessage());
        }
    }
}
