package io.journeystream.serve.bi.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/** The schemas {@code bi} and {@code bi_v1} in a database. */
public final class BiSchema {
    private static final int OLDEST = 15;
    private static final int MAJOR = 10_000;

    private final DataSource database;
    private final Flyway flyway;

    public BiSchema(DataSource database) {
        this.database = database;
        this.flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:" + Migrations.FOLDER)
                .javaMigrations(new CommentsFromSchemas(Migrations.views()))
                .schemas("bi")
                .createSchemas(true)
                .table("schema_version")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .failOnMissingLocations(true)
                .load();
    }

    /**
     * Makes the schemas, or brings them to the present version.
     *
     * @throws DatabaseRefused if the database cannot be used
     * @throws DatabaseUnavailable if it does not answer
     */
    public void migrate() {
        refuseOld();
        refuseNewer();
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw refusal(e);
        }
    }

    /**
     * Sees that the schemas are of the present version, and changes nothing.
     *
     * @throws DatabaseRefused if they are not, or the database cannot be used
     * @throws DatabaseUnavailable if it does not answer
     */
    public void check() {
        refuseOld();
        refuseNewer();
        MigrationInfo[] pending = asked(() -> flyway.info().pending());
        if (pending.length > 0) {
            throw new DatabaseRefused("the schema bi in the database is missing or of an older version ("
                    + describe(pending[0])
                    + " is to be done): run ./journey bi run once with bi.migrate=true, as a user"
                    + " who may change it");
        }
    }

    private void refuseOld() {
        int version = serverVersion();
        if (version < OLDEST * MAJOR) {
            throw new DatabaseRefused("PostgreSQL is of version " + version / MAJOR + ", and must be " + OLDEST
                    + " or newer: views that keep to row-level security of whoever asks need it");
        }
    }

    private int serverVersion() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("show server_version_num")) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            throw Refusals.of(e);
        }
    }

    private void refuseNewer() {
        for (MigrationInfo each : asked(() -> flyway.info().applied())) {
            if (each.getState() == MigrationState.FUTURE_SUCCESS || each.getState() == MigrationState.FUTURE_FAILED) {
                throw new DatabaseRefused("the schema bi in the database is of a newer version (" + describe(each)
                        + ") than this Journeystream knows: run the newer one");
            }
        }
    }

    private static String describe(MigrationInfo migration) {
        return migration.getVersion() == null
                ? migration.getDescription()
                : "version " + migration.getVersion() + ", " + migration.getDescription();
    }

    private static MigrationInfo[] asked(java.util.function.Supplier<MigrationInfo[]> question) {
        try {
            return question.get();
        } catch (FlywayException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(FlywayException e) {
        SQLException behind = sql(e);
        if (behind != null) {
            return Refusals.of(behind);
        }
        return new DatabaseRefused("the schema bi cannot be brought to the present version: " + e.getMessage(), e);
    }

    private static @Nullable SQLException sql(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
