package io.journeystream.local.bitools;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One database for all classes that only read it: starting takes longer than asking. */
final class SharedHealth implements ParameterResolver {
    private record Held(HealthDatabase database) implements AutoCloseable {
        @Override
        public void close() throws SQLException, IOException {
            database.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == HealthDatabase.class;
    }

    @Override
    public HealthDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedHealth.class))
                .getOrComputeIfAbsent(SharedHealth.class, any -> new Held(filled()), Held.class)
                .database();
    }

    private static HealthDatabase filled() {
        try {
            HealthDatabase database = HealthDatabase.start();
            database.put(SimulatedHealth.some());
            database.put(PhoneThenEmail.edges());
            return database;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("no database can be started", e);
        }
    }
}
