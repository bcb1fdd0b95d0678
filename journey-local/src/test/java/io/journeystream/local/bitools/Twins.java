package io.journeystream.local.bitools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The measures in SQL, {@code bi/measures.sql}. */
final class Twins {
    private static final Path FILE = Path.of("..", "bi", "measures.sql");
    private static final Pattern TWIN =
            Pattern.compile("-- measure: (?<name>[^\\n]+)\\n(?:-- published: (?<published>[^\\n]+)\\n)?(?<sql>[^;]+);");

    /**
     * A measure in SQL.
     *
     * @param published what one cell says of it; empty for what no cell says
     * @param sql over the tables {@code cells}, {@code buckets}, {@code edges}, {@code types}
     */
    record Twin(String name, Optional<String> published, String sql) {
        boolean isOverEdges() {
            return sql.contains("from edges");
        }
    }

    private Twins() {}

    /** All of them, by name of the measure. */
    static Map<String, Twin> read() throws IOException {
        Map<String, Twin> twins = new LinkedHashMap<>();
        Matcher found = TWIN.matcher(Files.readString(FILE));
        while (found.find()) {
            Twin twin = new Twin(
                    found.group("name"),
                    Optional.ofNullable(found.group("published")),
                    found.group("sql").strip());
            if (twins.put(twin.name(), twin) != null) {
                throw new IllegalArgumentException("there are two twins of " + twin.name());
            }
        }
        return twins;
    }
}
