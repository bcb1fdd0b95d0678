package io.journeystream.registry;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which program code talks to the registry; a matter of configuration, since all behave the same. */
public enum RegistryClient {
    /** Ours, always there. */
    OWN {
        @Override
        public SchemaRegistry connect(RegistrySettings settings) {
            return new HttpSchemaRegistry(settings);
        }
    },

    /** Confluent's own, there if the build had the profile {@code confluent}. */
    CONFLUENT {
        @Override
        public SchemaRegistry connect(RegistrySettings settings) {
            return make("io.journeystream.registry.ConfluentSchemaRegistry", settings);
        }
    };

    /**
     * A client that asks anew each time, for a {@link CachingRegistry} to be put in front; does not connect yet.
     *
     * @throws IllegalArgumentException if the client was not built in; the message says how to build it
     */
    public abstract SchemaRegistry connect(RegistrySettings settings);

    /** As configuration names it: {@code own}, {@code confluent}. */
    public String configured() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The client of a name, as {@link #configured} gives it.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RegistryClient named(String name) {
        return Arrays.stream(values())
                .filter(client -> client.configured().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the registry client must be " + names() + ", was '" + name + "'"));
    }

    private static String names() {
        return Arrays.stream(values()).map(RegistryClient::configured).collect(Collectors.joining(" or "));
    }

    /** By name, since the class is in some builds only. */
    private static SchemaRegistry make(String className, RegistrySettings settings) {
        try {
            Constructor<?> constructor = Class.forName(className).getDeclaredConstructor(RegistrySettings.class);
            return (SchemaRegistry) constructor.newInstance(settings);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof LinkageError ? notBuiltIn(e) : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw notBuiltIn(e);
        }
    }

    private static IllegalArgumentException notBuiltIn(Throwable cause) {
        return new IllegalArgumentException(
                "the registry client 'confluent' is not in this build: build with 'mvn -Pconfluent package', or run"
                        + " 'JOURNEY_MAVEN_ARGS=-Pconfluent ./journey ...'; see docs/registry.md",
                cause);
    }
}
