package io.journeystream.topics;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Name of an import into a running system. Records of event topics that carry it in a header are part of the import:
 * they are kept aside until it ends (docs/semantics.md, section 2).
 *
 * @param value 1 to 100 letters, digits, '.', '_', ':' and '-'
 */
public record ImportId(String value) {
    /** Name of the header; its value is the id in UTF-8. */
    public static final String HEADER = "journey-import";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    public ImportId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("the id of an import must consist of 1 to 100 letters, digits, '.', '_',"
                    + " ':' and '-', was '" + value + "'");
        }
    }

    /** Whether it may be an id. */
    public static boolean isValid(String value) {
        return VALID.matcher(value).matches();
    }

    /** What the header holds. */
    public byte[] header() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return value;
    }
}
