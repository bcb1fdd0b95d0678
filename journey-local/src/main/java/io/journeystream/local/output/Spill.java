package io.journeystream.local.output;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file for what is too much to keep in memory: bytes in, a place out, the same bytes back for that place.
 * First all writing, then all reading. Not thread-safe.
 */
public final class Spill implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final OutputStream stream;
    private long position;

    /** Where bytes lie. */
    public record Place(long position, int length) {}

    /** In that directory; the file goes when this is closed. */
    public Spill(Path directory) throws IOException {
        this.file = Files.createTempFile(directory, "spill", ".bin");
        this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    /** Keeps the bytes. */
    public Place keep(byte[] bytes) throws IOException {
        stream.write(bytes);
        Place place = new Place(position, bytes.length);
        position += bytes.length;
        return place;
    }

    /** Must be called between writing and reading. */
    public void written() throws IOException {
        stream.flush();
    }

    /** The bytes kept at that place. */
    public byte[] at(Place place) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(place.length());
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, place.position() + buffer.position()) < 0) {
                throw new EOFException(file + " ends before what was kept in it");
            }
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
