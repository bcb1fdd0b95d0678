package io.journeystream.ingest.files;

import java.io.IOException;

/**
 * The text of one JSON value: up to the bracket that closes its first one, or a word up to where words end.
 *
 * @param closed false if the file ended before
 * @param tooLong true if it is longer than a row may be; the text ends there
 */
record JsonElement(String text, boolean closed, boolean tooLong) {

    static JsonElement read(Characters characters) throws IOException {
        return new Scan(characters).run();
    }

    private static final class Scan {
        private final Characters characters;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder open = new StringBuilder();
        private boolean tooLong;

        Scan(Characters characters) {
            this.characters = characters;
        }

        JsonElement run() throws IOException {
            do {
                int c = take();
                if (c == Characters.END || tooLong) {
                    return new JsonElement(text.toString(), false, tooLong);
                } else if (c == '"') {
                    string();
                } else if (c == '{' || c == '[') {
                    open.append((char) c);
                } else if (c == '}' || c == ']') {
                    close(c == '}' ? "{" : "[");
                } else if (open.isEmpty()) {
                    word();
                }
            } while (!open.isEmpty());
            return new JsonElement(text.toString(), true, tooLong);
        }

        /** A bracket also closes those inside it that were left open; one that closes nothing is passed over. */
        private void close(String bracket) {
            int opened = open.lastIndexOf(bracket);
            if (opened >= 0) {
                open.setLength(opened);
            }
        }

        /** Raw line ends are not allowed in a string: one that was not closed ends with its line. */
        private void string() throws IOException {
            int c = characters.peek();
            while (c != Characters.END && c != '\n' && !tooLong && take() != '"') {
                if (c == '\\' && characters.peek() != Characters.END) {
                    take();
                }
                c = characters.peek();
            }
        }

        private void word() throws IOException {
            int c = characters.peek();
            while (c != Characters.END
                    && c != ','
                    && c != ']'
                    && c != '}'
                    && c != '{'
                    && !tooLong
                    && !JsonRows.isSpace(c)) {
                take();
                c = characters.peek();
            }
        }

        private int take() throws IOException {
            int c = characters.next();
            if (c != Characters.END) {
                text.append((char) c);
                tooLong = text.length() > RowReader.LONGEST;
            }
            return c;
        }
    }
}
