package io.journeystream.ingest.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into records of fields as RFC 4180 has it, with any delimiter. Own code, because a reject must hold the
 * record as it was written, and one broken record must not spoil the next: a quote that is never closed costs its
 * line, no more.
 */
final class Records {
    /**
     * One record.
     *
     * @param line where it begins
     * @param raw as written, without the line end
     * @param fields without quotes; incomplete after a mistake
     * @param mistake null if there is none
     */
    record Cut(
            long line,
            String raw,
            List<String> fields,
            @Nullable String mistake,
            long errorLine,
            @Nullable Long errorColumn) {}

    private final Characters characters;
    private final char delimiter;
    private StringBuilder raw = new StringBuilder();
    private List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();

    Records(Characters characters, char delimiter) {
        this.characters = characters;
        this.delimiter = delimiter;
    }

    /** The next record that is not blank; null at the end. */
    @Nullable
    Cut next() throws IOException {
        while (characters.peek() != Characters.END) {
            Cut cut = read(characters.line());
            if (cut.mistake() != null || cut.fields().size() > 1 || !cut.raw().isBlank()) {
                return cut;
            }
        }
        return null;
    }

    private Cut read(long line) throws IOException {
        raw = new StringBuilder();
        fields = new ArrayList<>();
        while (true) {
            field.setLength(0);
            Cut broken = characters.peek() == '"' ? quoted(line) : plain(line);
            if (broken != null) {
                return broken;
            }
            fields.add(field.toString());
            if (characters.peek() != delimiter) {
                characters.lineEnd();
                return new Cut(line, raw.toString(), fields, null, line, null);
            }
            raw.append((char) characters.next());
        }
    }

    private @Nullable Cut plain(long line) throws IOException {
        while (!atFieldEnd()) {
            take(field);
            if (raw.length() > RowReader.LONGEST) {
                characters.restOfLine(raw, RowReader.LONGEST);
                return broken(line, "is longer than " + RowReader.LONGEST + " characters");
            }
        }
        return null;
    }

    private @Nullable Cut quoted(long line) throws IOException {
        long quoteLine = characters.line();
        raw.append((char) characters.next());
        while (true) {
            int c = characters.peek();
            if (c == Characters.END || raw.length() > RowReader.LONGEST) {
                return unclosed(line, quoteLine);
            }
            if (c != '"') {
                take(field);
                continue;
            }
            raw.append((char) characters.next());
            if (characters.peek() != '"') {
                return atFieldEnd() ? null : afterQuote(line);
            }
            take(field);
        }
    }

    private boolean atFieldEnd() throws IOException {
        int c = characters.peek();
        return c == delimiter || c == '\n' || c == '\r' || c == Characters.END;
    }

    private void take(StringBuilder into) throws IOException {
        char c = (char) characters.next();
        raw.append(c);
        into.append(c);
    }

    private Cut afterQuote(long line) throws IOException {
        long errorLine = characters.line();
        long column = (long) raw.length() - raw.lastIndexOf("\n");
        characters.restOfLine(raw, RowReader.LONGEST);
        String mistake = "has text after the quote that closes a field; a quote inside one is written twice";
        return new Cut(line, raw.toString(), fields, mistake, errorLine, column);
    }

    /** Gives up the first line of what was read and goes back to the second. */
    private Cut unclosed(long line, long quoteLine) throws IOException {
        String read = raw.toString();
        int end = 0;
        while (end < read.length() && read.charAt(end) != '\n' && read.charAt(end) != '\r') {
            end++;
        }
        characters.unread(read.substring(end), line);
        characters.lineEnd();
        raw.setLength(end);
        return broken(line, "has a quote in line " + quoteLine + " that is never closed");
    }

    private Cut broken(long line, String mistake) {
        return new Cut(line, raw.toString(), fields, mistake, line, null);
    }
}
