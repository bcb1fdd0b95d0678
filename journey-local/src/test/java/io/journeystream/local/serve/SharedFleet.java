package io.journeystream.local.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One fleet for all classes of tests that ask for it: Kafka, a registry and streams take seconds to start. */
final class SharedFleet implements ParameterResolver {
    private record Running(Fleet fleet) implements AutoCloseable {
        @Override
        public void close() {
            fleet.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Fleet.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedFleet.class))
                .getOrComputeIfAbsent(Running.class, key -> start(), Running.class)
                .fleet();
    }

    private static Running start() {
        try {
            Path directory = Files.createTempDirectory("fleet");
            return new Running(new Fleet(directory));
        } catch (Exception e) {
            throw new IllegalStateException("the fleet cannot start", e);
        }
    }
}
