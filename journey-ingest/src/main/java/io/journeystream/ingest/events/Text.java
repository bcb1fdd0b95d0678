package io.journeystream.ingest.events;

import org.jspecify.annotations.Nullable;

/** How values look in messages, and which strings can be kept as UTF-8 at all. */
final class Text {
    private static final int SHOWN = 60;

    private Text() {}

    /** The value as JSON would write it, shortened. */
    static String quoted(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return '"' + shortened(text.toString()) + '"';
        }
        return shortened(String.valueOf(value));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    /** True if every surrogate has its other half, so that UTF-8 can hold the text without loss. */
    static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** A field name as one step of a JSON pointer (RFC 6901). */
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
