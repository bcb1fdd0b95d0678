package io.journeystream.ingest.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file of rows, read from its beginning to its end in bounded memory. */
public final class RowFile implements Closeable {
    private static final RowReader EMPTY = () -> null;

    private final Unpacked content;
    private final Characters characters;
    private final RowReader rows;
    private @Nullable String likelyDelimiter;
    private @Nullable Columns columns;
    private boolean done;

    private RowFile(Path file, Format format, char delimiter) throws IOException, UnusableFile {
        content = new Unpacked(file);
        try {
            characters = new Characters(content);
            rows = reader(file, format, delimiter);
        } catch (IOException | UnusableFile | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /**
     * Opens a file, gzip or not, and reads its header row if its format has one.
     *
     * @param delimiter between columns; null: the one of the format. Other formats have none
     * @throws UnusableFile if it is not what it should be
     */
    public static RowFile open(Path file, Format format, @Nullable Character delimiter)
            throws IOException, UnusableFile {
        if (!Files.exists(file)) {
            throw new UnusableFile(file + " does not exist");
        }
        if (Files.isDirectory(file)) {
            throw new UnusableFile(file + " is a directory: name the files in it");
        }
        if (!Files.isReadable(file)) {
            throw new UnusableFile(file + " cannot be read: see its permissions");
        }
        char standard = format == Format.TSV ? '\t' : ',';
        return new RowFile(file, format, delimiter == null ? standard : delimiter);
    }

    private RowReader reader(Path file, Format format, char delimiter) throws IOException, UnusableFile {
        if (format == Format.NDJSON) {
            return new LineRows(characters);
        }
        if (format == Format.JSON) {
            return new JsonRows(characters);
        }
        Records records = new Records(characters, delimiter);
        Records.Cut first = records.next();
        if (first == null) {
            return EMPTY;
        }
        likelyDelimiter = Delimiters.likely(first.raw(), delimiter).orElse(null);
        columns = new Columns(first.raw(), delimiter);
        return new ColumnRows(Header.of(first, delimiter, file.toString()), records);
    }

    /**
     * The next row; null at the end. Where the packing of a file is broken, the last row is unreadable and holds what
     * came of it; {@link #damage} tells more.
     */
    public @Nullable Row next() throws IOException {
        if (done) {
            return null;
        }
        Row row = rows.next();
        String damage = content.damage();
        if (damage != null && (row == null || characters.ended())) {
            done = true;
            return row == null
                    ? Row.Unreadable.whole(characters.line(), "", damage)
                    : Row.Unreadable.whole(row.line(), row.raw(), damage);
        }
        done = row == null;
        return row;
    }

    /** What is wrong with the file itself, in one sentence; null if nothing was found so far. */
    public @Nullable String damage() {
        return content.damage();
    }

    /** By which delimiter the header row seems to be divided, if that is not the one it was read with. */
    public Optional<String> likelyDelimiter() {
        return Optional.ofNullable(likelyDelimiter);
    }

    /** What names the columns; null if there are none, or no rows. */
    public @Nullable Columns columns() {
        return columns;
    }

    /** Bytes read of the file as it lies on disk. */
    public long bytesRead() {
        return content.bytesRead();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
