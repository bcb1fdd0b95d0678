package io.journeystream.ingest.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file, unpacked if it begins as gzip does. Where the packing is cut off or broken, the content ends
 * and {@link #damage} tells it, so that all that came before can still be used.
 */
final class Unpacked extends InputStream {
    private static final Map<String, String> FOREIGN =
            Map.of("504b0304", "a zip archive", "28b52ffd", "zstd", "fd377a58", "xz", "425a6839", "bzip2");
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Counted counted;
    private final InputStream content;
    private long unpacked;
    private @Nullable String damage;

    Unpacked(Path file) throws IOException, UnusableFile {
        this.file = file;
        this.counted = new Counted(Files.newInputStream(file));
        try {
            this.content = open(file, new BufferedInputStream(counted, BUFFER));
        } catch (IOException | UnusableFile | RuntimeException e) {
            counted.close();
            throw e;
        }
    }

    private InputStream open(Path file, BufferedInputStream packed) throws IOException, UnusableFile {
        packed.mark(4);
        String magic = HexFormat.of().formatHex(packed.readNBytes(4));
        packed.reset();
        String foreign = FOREIGN.get(magic);
        if (foreign != null) {
            throw new UnusableFile(file + " is packed as " + foreign + ": unpack it first, or pack it with gzip");
        }
        return magic.startsWith("1f8b") ? gunzip(packed) : packed;
    }

    private InputStream gunzip(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, BUFFER);
        } catch (EOFException | ZipException e) {
            damaged(e);
            return InputStream.nullInputStream();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (damage != null) {
            return -1;
        }
        try {
            int read = content.read(into, offset, length);
            unpacked += Math.max(read, 0);
            return read;
        } catch (EOFException | ZipException e) {
            damaged(e);
            return -1;
        }
    }

    private void damaged(IOException e) {
        String how = e instanceof EOFException ? "is cut off" : "is damaged (" + e.getMessage() + ")";
        damage = file + " " + how + ": its gzip content breaks after byte " + counted.count + " of the file, "
                + unpacked + " bytes unpacked; all rows before were read";
    }

    /** What is wrong with the packing, as far as it was read; null if nothing. */
    @Nullable
    String damage() {
        return damage;
    }

    /** Bytes read of the file as it lies on disk. */
    long bytesRead() {
        return counted.count;
    }

    @Override
    public void close() throws IOException {
        content.close();
        counted.close();
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
