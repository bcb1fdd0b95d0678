package io.journeystream.ingest.files;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of columns, named by a header row. Every value is a string; an empty one stays empty. */
final class ColumnRows implements RowReader {
    private final Header header;
    private final Records records;

    ColumnRows(Header header, Records records) {
        this.header = header;
        this.records = records;
    }

    @Override
    public @Nullable Row next() throws IOException {
        Records.Cut cut = records.next();
        if (cut == null) {
            return null;
        }
        if (cut.mistake() != null) {
            return new Row.Unreadable(cut.line(), cut.raw(), cut.errorLine(), cut.errorColumn(), cut.mistake());
        }
        int malformed = RawText.firstMalformed(cut.raw());
        if (malformed >= 0) {
            return new Row.Unreadable(
                    cut.line(), cut.raw(), cut.line(), malformed + 1L, "holds a byte that is not UTF-8");
        }
        List<String> names = header.names();
        if (cut.fields().size() != names.size()) {
            return Row.Unreadable.whole(
                    cut.line(),
                    cut.raw(),
                    "has " + cut.fields().size() + " columns, the header row has " + names.size());
        }
        return new Row.Read(cut.line(), cut.raw(), named(names, cut.fields()));
    }

    private static Map<String, Object> named(List<String> names, List<String> fields) {
        Map<String, Object> value = new LinkedHashMap<>(names.size() * 2);
        for (int i = 0; i < names.size(); i++) {
            value.put(names.get(i), fields.get(i));
        }
        return value;
    }
}
