package io.journeystream.ingest.files;

import java.io.IOException;

/**
 * The text of one JSON value: up to the bracket that closes its first one, or a word up to where words end.
 *
 * @param closed false if the file ended before
 * @param tooLong true if the text was cut at the longest row
 */
record JsonElement(String text, boolean closed, boolean tooLong) {

    static JsonElement read(Characters characters) throws IOException {
        return new Scan(characters).run();
    }

    private static final class Scan {
        private final Characters characters;
        private final StringBuilder text = new StringBuilder();
        private int depth;
        private boolean tooLong;

        Scan(Characters characters) {
            this.characters = characters;
        }

        JsonElement run() throws IOException {
            do {
                int c = take();
                if (c == Characters.END) {
                    return new JsonElement(text.toString(), false, tooLong);
                } else if (c == '"') {
                    string();
                } else if (c == '{' || c == '[') {
                    depth++;
                } else if (c == '}' || c == ']') {
                    depth--;
                } else if (depth <= 0) {
                    word();
                }
            } while (depth > 0);
            return new JsonElement(text.toString(), true, tooLong);
        }

        /** Raw line ends are not allowed in a string: one that was not closed ends with its line. */
        private void string() throws IOException {
            int c = characters.peek();
            while (c != Characters.END && c != '\n' && take() != '"') {
                if (c == '\\' && characters.peek() != Characters.END) {
                    take();
                }
                c = characters.peek();
            }
        }

        private void word() throws IOException {
            int c = characters.peek();
            while (c != Characters.END && c != ',' && c != ']' && c != '}' && c != '{' && !JsonRows.isSpace(c)) {
                take();
                c = characters.peek();
            }
        }

        private int take() throws IOException {
            int c = characters.next();
            if (c != Characters.END) {
                tooLong |= text.length() >= RowReader.LONGEST;
                if (!tooLong) {
                    text.append((char) c);
                }
            }
            return c;
        }
    }
}
