package io.journeystream.ingest.intake;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** JSON values, one in each line. Blank lines are passed over; a line that is no JSON does not spoil the others. */
final class Lines {
    private Lines() {}

    static @Nullable Malformed read(byte[] body, Consumer<Item> items) {
        int index = 0;
        long line = 1;
        for (int from = Documents.mark(body); from < body.length; line++) {
            int end = end(body, from);
            if (!isBlank(body, from, end)) {
                items.accept(Documents.part(index, body, from, withoutReturn(body, from, end), line));
                index++;
            }
            from = end + 1;
        }
        return index == 0 ? new Malformed("the body is empty", 1, 1) : null;
    }

    private static int end(byte[] body, int from) {
        int end = from;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    /** A carriage return would count as the beginning of another line. */
    private static int withoutReturn(byte[] body, int from, int end) {
        return end > from && body[end - 1] == '\r' ? end - 1 : end;
    }

    private static boolean isBlank(byte[] body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
