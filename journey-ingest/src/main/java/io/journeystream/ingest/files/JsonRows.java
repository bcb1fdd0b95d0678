package io.journeystream.ingest.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * JSON: an array of objects, one object, or objects one after the other. Only cuts the text where objects begin and
 * end, so that one which is broken inside does not spoil the others.
 */
final class JsonRows implements RowReader {
    private enum Place {
        OUTSIDE,
        BEFORE_ELEMENT,
        AFTER_ELEMENT
    }

    private final Characters characters;
    private Place place = Place.OUTSIDE;
    private long arrayLine;

    JsonRows(Characters characters) {
        this.characters = characters;
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (true) {
            int c = characters.peek();
            if (c == Characters.END) {
                return end();
            } else if (isSpace(c)) {
                characters.next();
            } else if (isStructure(c)) {
                structure(c);
            } else {
                return element();
            }
        }
    }

    private @Nullable Row end() {
        if (place == Place.OUTSIDE) {
            return null;
        }
        place = Place.OUTSIDE;
        return Row.Unreadable.whole(
                characters.line(), "", "the file ends inside the array that begins in line " + arrayLine);
    }

    private boolean isStructure(int c) {
        return switch (place) {
            case OUTSIDE -> c == '[';
            case BEFORE_ELEMENT -> c == ']';
            case AFTER_ELEMENT -> c == ',' || c == ']';
        };
    }

    private void structure(int c) throws IOException {
        if (c == '[') {
            arrayLine = characters.line();
        }
        place = c == ']' ? Place.OUTSIDE : Place.BEFORE_ELEMENT;
        characters.next();
    }

    private Row element() throws IOException {
        long line = characters.line();
        boolean commaMissing = place == Place.AFTER_ELEMENT;
        JsonElement element = JsonElement.read(characters);
        if (place != Place.OUTSIDE) {
            place = Place.AFTER_ELEMENT;
        }
        if (element.tooLong()) {
            return Row.Unreadable.whole(line, element.text(), "is longer than " + LONGEST + " characters");
        }
        if (!element.closed()) {
            return Row.Unreadable.whole(line, element.text(), "the file ends inside this JSON value");
        }
        return commaMissing
                ? Row.Unreadable.whole(line, element.text(), "a comma is missing before this element")
                : JsonText.row(element.text(), line);
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
