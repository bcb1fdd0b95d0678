package io.journeystream.ingest.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads a row that was taken out of its file, as the file's own reader would have read it there. */
public final class SingleRow {
    private SingleRow() {}

    /**
     * The row of columns in the bytes.
     *
     * @param columns of the file it stood in
     */
    public static Row of(byte[] row, Columns columns) {
        try {
            Header header = Header.of(first(columns), columns.delimiter(), "the header line that was kept");
            return only(new ColumnRows(header, records(row, columns.delimiter())));
        } catch (UnusableFile e) {
            return Row.Unreadable.whole(1, new String(row, UTF_8), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    /** The JSON object in the bytes. */
    public static Row ofJson(byte[] row) {
        try {
            StringBuilder text = new StringBuilder();
            Characters characters = new Characters(new ByteArrayInputStream(row));
            while (characters.peek() != Characters.END) {
                text.append((char) characters.next());
            }
            return JsonText.row(text.toString(), 1);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private static Records.Cut first(Columns columns) throws IOException, UnusableFile {
        Records.Cut cut =
                records(RawText.bytes(columns.header()), columns.delimiter()).next();
        if (cut == null) {
            throw new UnusableFile("the header line that was kept is empty");
        }
        return cut;
    }

    private static Records records(byte[] text, char delimiter) throws IOException {
        return new Records(new Characters(new ByteArrayInputStream(text)), delimiter);
    }

    private static Row only(ColumnRows rows) throws IOException {
        @Nullable Row row = rows.next();
        if (row == null) {
            return Row.Unreadable.whole(1, "", "is empty");
        }
        return rows.next() == null ? row : Row.Unreadable.whole(1, row.raw(), "is more than one row");
    }
}
