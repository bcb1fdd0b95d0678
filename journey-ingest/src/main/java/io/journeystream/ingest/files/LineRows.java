package io.journeystream.ingest.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** NDJSON: one JSON object a line; blank lines are no rows. */
final class LineRows implements RowReader {
    private final Characters characters;

    LineRows(Characters characters) {
        this.characters = characters;
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (characters.peek() != Characters.END) {
            long line = characters.line();
            StringBuilder text = new StringBuilder();
            characters.restOfLine(text, LONGEST + 1);
            if (text.length() > LONGEST) {
                return Row.Unreadable.whole(line, text.toString(), "is longer than " + LONGEST + " characters");
            }
            if (!text.toString().isBlank()) {
                return JsonText.row(text.toString(), line);
            }
        }
        return null;
    }
}
