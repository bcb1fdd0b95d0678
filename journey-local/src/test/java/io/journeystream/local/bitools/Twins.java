package io.journeystream.local.bitools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The measures in SQL, {@code bi/measures.sql}. */
final class Twins {
    private static final Path FILE = Path.of("..", "bi", "measures.sql");
    private static final Pattern TWIN =
            Pattern.compile("-- measure: (?<name>[^\\n]+)\\n(?:-- published: (?<published>[^\\n]+)\\n)?(?<sql>[^;]+);");

    /**
     * A measure in SQL.
     *
     * @param published what one cell says of it; empty for what no cell says
     * @param sql over the tables {@code cells}, {@code buckets}, {@code edges}, {@code pairs}, {@code types}
     */
    record Twin(String name, Optional<String> published, String sql) {
        boolean isOverEdges() {
            return rows().equals("edges");
        }

        /** The table that it adds up, where it is arithmetic on sums. */
        String rows() {
            return Stream.of("edges", "pairs")
                    .filter(table -> sql.contains("from " + table))
                    .findFirst()
                    .orElse("cells");
        }
    }

    private Twins() {}

    /** What the file says to put before a statement, for the journeys of a type. */
    static String scope(String type) throws IOException {
        return Files.readString(FILE)
                .lines()
                .filter(line -> line.startsWith("--   "))
                .map(line -> line.substring("--".length()).replace("'billing'", "'" + type + "'"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

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
