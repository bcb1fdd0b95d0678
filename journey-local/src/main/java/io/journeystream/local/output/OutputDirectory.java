package io.journeystream.local.output;

import io.journeystream.local.Failure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Where results go: all files of a run, each whole, or none of them. Files of an earlier run stay until then. */
public final class OutputDirectory implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final List<String> written = new ArrayList<>();

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
     * Writes a file, which appears with {@link #publish}.
     *
     * @throws Failure if it cannot be written, a full disk included
     */
    public void write(String name, Content content) {
        written.add(name);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part(name)), BUFFER)) {
            content.writeTo(stream);
        } catch (IOException e) {
            throw cannotWrite(name, e);
        }
    }

    /**
     * Where somebody else may write a file, which appears with {@link #publish}.
     *
     * @return a path of another name
     */
    public Path place(String name) {
        written.add(name);
        try {
            Files.deleteIfExists(part(name)); // of a run that was killed
            return part(name);
        } catch (IOException e) {
            throw cannotWrite(name, e);
        }
    }

    /** Makes the files written appear, in the order in which they were. */
    public void publish() {
        for (String name : written) {
            try {
                Files.move(
                        part(name),
                        path.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw cannotWrite(name, e);
            }
        }
    }

    private Path part(String name) {
        return path.resolve("." + name + ".part");
    }

    private Failure cannotWrite(String name, IOException e) {
        return new Failure(
                "cannot write " + path.resolve(name) + " (" + reason(e)
                        + "); make room, or choose another directory with --out",
                e);
    }

    /** What the system says, without the path that the sentence has already. */
    private static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return "it is a file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException system) {
            return system.getReason() == null ? system.getClass().getSimpleName() : system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Removes what was written and never published. */
    @Override
    public void close() {
        for (String name : written) {
            try {
                Files.deleteIfExists(part(name));
            } catch (IOException e) {
                // the disk is in trouble already, and the complaint about that is under way
            }
        }
    }
}
