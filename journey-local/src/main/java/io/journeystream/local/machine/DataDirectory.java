package io.journeystream.local.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory that is this process's alone while it is open: locked against a second instance, and, if temporary, deleted
 * in the end.
 */
public final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "journeystream.lock";
    private static final String HOLDER = "journeystream.holder";

    private final Path path;
    private final boolean temporary;
    private final FileLock lock;

    private DataDirectory(Path path, boolean temporary, FileLock lock) {
        this.path = path;
        this.temporary = temporary;
        this.lock = lock;
    }

    /**
     * Takes a directory, making it if need be.
     *
     * @param path where; null for a temporary directory
     * @throws CannotStart if it cannot be written to or another instance holds it
     */
    public static DataDirectory open(@Nullable Path path) {
        try {
            Path directory = path == null ? Files.createTempDirectory("journeystream-") : make(path.toAbsolutePath());
            FileLock lock = lock(directory);
            Files.writeString(directory.resolve(HOLDER), describeThisProcess());
            return new DataDirectory(directory, path == null, lock);
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot write to the data directory " + (path == null ? "for temporary files" : path) + " (" + e
                            + "): make it writable, or choose another one with --data.",
                    e);
        }
    }

    private static Path make(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IOException("it is a file");
        }
        return Files.createDirectories(path);
    }

    private static FileLock lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new CannotStart("The data directory " + directory + " is in use by " + holder(directory)
                    + ": stop that one first, or choose another directory with --data (of bi run: bi.data).");
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(Path directory) throws IOException {
        try {
            return Files.readString(directory.resolve(HOLDER));
        } catch (NoSuchFileException e) {
            return "another instance";
        }
    }

    private static String describeThisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return "process " + process.pid()
                + process.info()
                        .startInstant()
                        .map(start -> ", running since " + start)
                        .orElse("");
    }

    public Path path() {
        return path;
    }

    /** A directory inside, made if need be. */
    public Path subdirectory(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new CannotStart("Cannot write to the data directory " + path + " (" + e + ").", e);
        }
    }

    /** Bytes left on its disk; 0 if that cannot be found out. */
    public long usableSpace() {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Lets others have it; deletes it with everything in it if it is temporary. */
    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            // the lock goes with the process at the latest
        }
        if (temporary) {
            deleteTemporary();
        }
    }

    private void deleteTemporary() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // what is left lies in the system's temporary directory
        }
    }
}
