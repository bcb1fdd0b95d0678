package io.journeystream.bench.ingest;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads byte strings that each follow their length. Safe for many threads. */
final class Lengthened implements AutoCloseable {
    private final DataInputStream in;

    Lengthened(Path file) throws IOException {
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20));
    }

    /** The next one; null after the last. */
    synchronized byte @Nullable [] next() throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return null;
        }
        return in.readNBytes(length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
