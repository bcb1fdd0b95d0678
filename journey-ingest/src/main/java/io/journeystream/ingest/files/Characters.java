package io.journeystream.ingest.files;

import java.io.IOException;
import java.io.InputStream;

/** The characters of one file, one by one, with the number of the line they stand in. */
final class Characters {
    static final int END = -1;
    private static final int CHUNK = 1 << 14;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Utf8 utf8;
    private char[] buffer = new char[CHUNK];
    private int position;
    private int limit;
    private long line = 1;
    private int column = 1;
    private boolean ended;

    Characters(InputStream in) throws IOException {
        this.utf8 = new Utf8(in);
        if (peek() == BYTE_ORDER_MARK) {
            position++;
        }
    }

    /** The next character, which stays next; {@link #END} at the end. */
    int peek() throws IOException {
        if (position == limit && !fill()) {
            return END;
        }
        return buffer[position];
    }

    /** The next character; {@link #END} at the end. */
    int next() throws IOException {
        int c = peek();
        if (c == END) {
            return END;
        }
        position++;
        column++;
        if (c == '\n' || (c == '\r' && peek() != '\n')) {
            line++;
            column = 1;
        }
        return c;
    }

    private boolean fill() throws IOException {
        int read = ended ? -1 : utf8.read(buffer);
        ended = read < 0;
        position = 0;
        limit = Math.max(read, 0);
        return !ended;
    }

    /** Line of the next character, from 1. */
    long line() {
        return line;
    }

    /** Place of the next character in its line, from 1. */
    int column() {
        return column;
    }

    /** True once somebody has asked for more than there is. */
    boolean ended() {
        return ended && position == limit;
    }

    /** Puts text back before the next character; it begins at the beginning of a line or where only line ends follow. */
    void unread(CharSequence text, long textLine) {
        char[] joined = new char[Math.max(CHUNK, text.length() + limit - position)];
        text.toString().getChars(0, text.length(), joined, 0);
        System.arraycopy(buffer, position, joined, text.length(), limit - position);
        limit = text.length() + limit - position;
        position = 0;
        buffer = joined;
        line = textLine;
        column = 1;
    }

    /** Goes on behind the end of this line, adding what it passes as long as the text is shorter than the limit. */
    void restOfLine(StringBuilder text, int longest) throws IOException {
        while (peek() != END && peek() != '\n' && peek() != '\r') {
            char c = (char) next();
            if (text.length() < longest) {
                text.append(c);
            }
        }
        lineEnd();
    }

    /** Goes on behind a line end, if one comes next. */
    void lineEnd() throws IOException {
        int c = peek();
        if (c == '\r') {
            next();
            c = peek();
        }
        if (c == '\n') {
            next();
        }
    }
}
