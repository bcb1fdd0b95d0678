package io.journeystream.local.services;

import io.journeystream.local.Failure;
import io.journeystream.local.database.EmbeddedDatabase;
import io.journeystream.local.machine.CannotStart;
import io.journeystream.local.machine.DataDirectory;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.serve.bi.schema.BiSchema;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import io.journeystream.serve.bi.schema.DatabaseRefused;
import io.journeystream.serve.bi.schema.DatabaseUnavailable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL of the star: one's own, or one that is started beside. */
final class BiDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BiDatabase.class);

    private final Deque<AutoCloseable> parts;
    private final DatabaseAccess access;

    private BiDatabase(Deque<AutoCloseable> parts, DatabaseAccess access) {
        this.parts = parts;
        this.access = access;
    }

    /**
     * Finds it, or starts it.
     *
     * @throws Failure if it cannot be started
     */
    static BiDatabase open(Configuration configuration) {
        Optional<DatabaseAccess> named = named(configuration);
        if (named.isPresent()) {
            return new BiDatabase(new ArrayDeque<>(), named.get());
        }
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            DataDirectory directory = DataDirectory.open(configuration.get(BiKeys.DATA));
            parts.push(directory);
            EmbeddedDatabase embedded =
                    EmbeddedDatabase.start(directory, Math.toIntExact(configuration.get(BiKeys.PORT)));
            parts.push(embedded);
            LOG.info("PostgreSQL is there for: {}", embedded.psql());
            return new BiDatabase(parts, embedded.access());
        } catch (CannotStart e) {
            close(parts);
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    /** One's own; empty if none is named. */
    static Optional<DatabaseAccess> named(Configuration configuration) {
        return configuration
                .find(BiKeys.JDBC_URL)
                .map(url -> new DatabaseAccess(
                        url,
                        configuration.find(BiKeys.USER).orElse(null),
                        configuration.find(BiKeys.PASSWORD).orElse(null)));
    }

    DataSource source() {
        return access.source();
    }

    /**
     * Waits for it, and makes or checks its schemas.
     *
     * @throws Failure if it cannot be used
     */
    void prepare(boolean migrate) throws InterruptedException {
        BiSchema schema = new BiSchema(source());
        try {
            new Waiting("the database at " + access).until(() -> trouble(schema, migrate));
        } catch (DatabaseRefused e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    private static Optional<String> trouble(BiSchema schema, boolean migrate) {
        try {
            if (migrate) {
                schema.migrate();
            } else {
                schema.check();
            }
            return Optional.empty();
        } catch (DatabaseUnavailable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        close(parts);
    }

    private static void close(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.warn("PostgreSQL did not stop cleanly: {}", e.toString());
            }
        }
    }
}
