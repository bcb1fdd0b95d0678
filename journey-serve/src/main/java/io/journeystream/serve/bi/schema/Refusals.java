package io.journeystream.serve.bi.schema;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What an error of PostgreSQL means for whoever has to do something about it. */
public final class Refusals {
    private static final String RIGHTS = "42501";

    private Refusals() {}

    /** {@link DatabaseRefused} if trying again is of no use, else {@link DatabaseUnavailable}. */
    public static RuntimeException of(SQLException error) {
        String state = error.getSQLState();
        String why = firstLine(error);
        String advice = advice(state);
        if (advice != null) {
            return new DatabaseRefused("PostgreSQL refuses: " + why + ": " + advice, error);
        }
        if (passes(state)) {
            return new DatabaseUnavailable("PostgreSQL does not answer: " + why, error);
        }
        return new DatabaseRefused(
                "PostgreSQL does not take what it should (" + why + ", SQL state " + state + ")", error);
    }

    private static @Nullable String advice(@Nullable String state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            case "28P01", "28000", "08004" -> "see bi.user, bi.password and the server's pg_hba.conf";
            case "3D000" -> "make the database, or name another in bi.jdbc-url";
            case RIGHTS ->
                "bi.user must own the schemas bi and bi_v1, or may create them (and the role journeystream_reader);"
                        + " docs/bi.md says which rights it needs";
            case "3F000", "42P01" ->
                "the schema bi is not as it should be: let ./journey bi run make it, with bi.migrate=true";
            default -> null;
        };
    }

    /** Whether it may be better next time: connections, resources, shutting down, conflicts with others. */
    private static boolean passes(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.startsWith("40")
                || state.startsWith("55")
                || state.startsWith("25");
    }

    private static String firstLine(SQLException error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("").strip();
    }
}
