package io.journeystream.serve.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Where two records of one schema differ: JSON pointers, with both values. */
final class RecordDifferences {
    private static final int LONGEST = 80;

    private final Set<String> ignored;
    private final String oneName;
    private final String otherName;
    private final List<String> found = new ArrayList<>();

    private RecordDifferences(Set<String> ignored, String oneName, String otherName) {
        this.ignored = ignored;
        this.oneName = oneName;
        this.otherName = otherName;
    }

    /**
     * The differences; empty if there is none.
     *
     * @param ignored fields of the record itself that do not count
     */
    static List<String> between(IndexedRecord published, IndexedRecord computed, Set<String> ignored) {
        return between(published, "published", computed, "computed", ignored);
    }

    /** The same, with names for the two. */
    static List<String> between(
            IndexedRecord one, String oneName, IndexedRecord other, String otherName, Set<String> ignored) {
        RecordDifferences differences = new RecordDifferences(ignored, oneName, otherName);
        differences.compare("", one, other);
        return differences.found;
    }

    private void compare(String pointer, @Nullable Object published, @Nullable Object computed) {
        if (published instanceof IndexedRecord one && computed instanceof IndexedRecord other) {
            for (Schema.Field field : one.getSchema().getFields()) {
                if (!pointer.isEmpty() || !ignored.contains(field.name())) {
                    compare(pointer + "/" + field.name(), one.get(field.pos()), other.get(field.pos()));
                }
            }
        } else if (published instanceof List<?> one && computed instanceof List<?> other) {
            compareItems(pointer, one, other);
        } else if (!isEqual(published, computed)) {
            found.add(pointer + ": " + oneName + " " + shown(published) + ", " + otherName + " " + shown(computed));
        }
    }

    private void compareItems(String pointer, List<?> published, List<?> computed) {
        if (published.size() != computed.size()) {
            found.add(
                    pointer + ": " + oneName + " " + published.size() + " items, " + otherName + " " + computed.size());
            return;
        }
        for (int i = 0; i < published.size(); i++) {
            compare(pointer + "/" + i, published.get(i), computed.get(i));
        }
    }

    private static boolean isEqual(@Nullable Object published, @Nullable Object computed) {
        if (published instanceof BigDecimal one && computed instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        return Objects.equals(published, computed);
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
