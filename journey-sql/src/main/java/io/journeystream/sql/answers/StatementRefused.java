package io.journeystream.sql.answers;

import io.journeystream.local.Failure;
import io.journeystream.sql.star.StarViews;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What DuckDB has against somebody's statement: its words with the place, and what would be right. */
final class StatementRefused {
    private StatementRefused() {}

    /** @param which such as {@code statement 3 (line 12): }; empty for the only one */
    static Failure of(SQLException e, String which) {
        List<String> lines = new ArrayList<>(String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .toList());
        String first = lines.remove(0);
        if (first.contains("Table with name") && first.contains("does not exist")) {
            lines.removeIf(line -> line.startsWith("Did you mean"));
            lines.add("there are " + String.join(", ", StarViews.NAMES));
            lines.add("describe VIEW tells its columns");
        }
        if (first.contains("disabled by configuration") || first.contains("through configuration")) {
            lines.add("statements reach no file and no network; --files DIR lets them read and write in DIR");
        }
        return new Failure(which + first, lines);
    }
}
