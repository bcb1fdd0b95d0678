package io.journeystream.sql.statements;

import io.journeystream.local.Failure;
import java.sql.SQLException;

/** What DuckDB has against statements that are our own. */
public final class Refusal {
    private Refusal() {}

    /** In one sentence, as far as DuckDB has one. */
    public static Failure of(SQLException e) {
        return new Failure("DuckDB refuses: " + e.getMessage(), e);
    }
}
