package io.journeystream.serve.odata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of SQL. Whatever a client has written is among the values, never in the text.
 *
 * @param text with a question mark for each value
 */
record Sql(String text, List<Object> values) {
    Sql {
        values = List.copyOf(values);
    }

    static Sql of(String text, Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    /** The parts in place of the template's {@code {}}, in order. */
    static Sql format(String template, Sql... parts) {
        StringBuilder text = new StringBuilder();
        List<Object> values = new ArrayList<>();
        int from = 0;
        for (Sql part : parts) {
            int at = template.indexOf("{}", from);
            text.append(template, from, at).append(part.text);
            values.addAll(part.values);
            from = at + 2;
        }
        return new Sql(text.append(template.substring(from)).toString(), values);
    }

    /** All of them, with that between; nothing if there are none. */
    static Sql join(String between, List<Sql> parts) {
        List<Object> values = new ArrayList<>();
        parts.forEach(part -> values.addAll(part.values));
        return new Sql(String.join(between, parts.stream().map(Sql::text).toList()), values);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
