package io.journeystream.ingest.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Files as people export them, and the rows that come of them. */
public record Exports(Path directory) {

    /** Writes a file. */
    public Path file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file. */
    public Path file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    /** Writes a file packed by gzip, of which the last bytes are missing. */
    public Path gzip(String name, String content, int missing) throws IOException {
        byte[] packed = gzip(content.getBytes(StandardCharsets.UTF_8));
        return file(name, Arrays.copyOf(packed, packed.length - missing));
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    static List<Row> rows(Path file, Format format) throws IOException, UnusableFile {
        return rows(file, format, null);
    }

    static List<Row> rows(Path file, Format format, @Nullable Character delimiter) throws IOException, UnusableFile {
        try (RowFile rows = RowFile.open(file, format, delimiter)) {
            List<Row> all = new ArrayList<>();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            return all;
        }
    }
}
