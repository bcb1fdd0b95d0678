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
        int indentation = characters.column() - 1;
        boolean commaMissing = place == Place.AFTER_ELEMENT;
        JsonElement element = JsonElement.read(characters);
        if (!element.closed()) {
            return unclosed(line, indentation, element);
        }
        if (place != Place.OUTSIDE) {
            place = Place.AFTER_ELEMENT;
        }
        return commaMissing
                ? Row.Unreadable.whole(line, element.text(), "a comma is missing before this element")
                : JsonText.row(element.text(), line);
    }

    /** Goes on with the next line that begins an object as this one began, if there is one. */
    private Row unclosed(long line, int indentation, JsonElement element) throws IOException {
        String text = element.text();
        int next = text.indexOf("\n" + " ".repeat(indentation) + "{") + 1;
        if (next > 0) {
            long passed = text.substring(0, next).chars().filter(c -> c == '\n').count();
            characters.unread(text.substring(next), line + passed);
            place = place == Place.OUTSIDE ? place : Place.BEFORE_ELEMENT;
            return Row.Unreadable.whole(line, text.substring(0, next), "a bracket or quote is never closed");
        }
        if (element.tooLong()) {
            skipToLineLike(indentation);
            return Row.Unreadable.whole(line, text, "is longer than " + LONGEST + " characters; the rest is left out");
        }
        return Row.Unreadable.whole(line, text, "the file ends inside this JSON value");
    }

    private void skipToLineLike(int indentation) throws IOException {
        while (characters.peek() != Characters.END
                && !(characters.peek() == '{' && characters.column() == indentation + 1)) {
            characters.next();
        }
        place = place == Place.OUTSIDE ? place : Place.BEFORE_ELEMENT;
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
