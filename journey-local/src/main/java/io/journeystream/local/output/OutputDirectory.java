package io.journeystream.local.output;

import io.journeystream.local.Failure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where results go. A file there appears whole or not at all, and is replaced as a whole. */
public final class OutputDirectory {
    private static final int BUFFER = 1 << 16;

    private final Path path;

    private OutputDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes sure that files can be written there, before hours of work go into them.
     *
     * @throws Failure if not
     */
    public static OutputDirectory prepare(Path path) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, ".journey", ".part"));
            return new OutputDirectory(path);
        } catch (IOException e) {
            throw new Failure(
                    "cannot write to " + path + " (" + reason(e) + "); choose another directory with --out", e);
        }
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes it to the end; need not close the stream, which is buffered. */
        void writeTo(OutputStream stream) throws IOException;
    }

    /**
     * Writes a file beside its final place and moves it there when it is complete.
     *
     * @throws Failure if it cannot be written, a full disk included; an older file of that name is then untouched
     */
    public void write(String name, Content content) {
        Path target = path.resolve(name);
        Path part = path.resolve("." + name + ".part");
        try {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
                content.writeTo(stream);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteQuietly(part);
            throw new Failure(
                    "cannot write " + target + " (" + reason(e)
                            + "); make room, or choose another directory with --out",
                    e);
        }
    }

    /** What the system says, without the path that the sentence has already. */
    private static String reason(IOException e) {
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = e.getMessage();
        return message == null || e instanceof FileSystemException
                ? e.getClass().getSimpleName()
                : message;
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // the disk is in trouble already, and the complaint about that is under way
        }
    }
}
