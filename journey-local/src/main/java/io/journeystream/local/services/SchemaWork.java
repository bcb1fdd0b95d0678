package io.journeystream.local.services;

import io.journeystream.local.Failure;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.topics.SchemaSetup;
import io.journeystream.topics.SchemaState;
import java.util.List;
import java.util.function.Supplier;

/** Registers and checks our schemas in a registry that is there already. */
public final class SchemaWork {
    private final RegistryReach reach;
    private final SchemaSetup setup;

    public SchemaWork(Configuration configuration) {
        Connection connection = Connection.of(configuration);
        this.reach = new RegistryReach(connection.registry());
        this.setup = new SchemaSetup(connect(connection));
    }

    private static SchemaRegistry connect(Connection connection) {
        try {
            return connection.connectRegistry();
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * What was found, a sentence each.
     *
     * @param well schemas that are registered
     * @param problems those that are not, with what to do
     * @param warnings what could do harm later
     */
    public record Findings(List<String> well, List<String> problems, List<String> warnings) {}

    /**
     * Registers what can be, waiting for the registry if it is away.
     *
     * @throws Failure if it refuses
     */
    public Findings register() throws InterruptedException {
        return findings(setup::register);
    }

    /** Changes nothing; otherwise as {@link #register}. */
    public Findings check() throws InterruptedException {
        return findings(setup::check);
    }

    private Findings findings(Supplier<List<SchemaState>> question) throws InterruptedException {
        List<SchemaState> states = reach.ask(question);
        return new Findings(
                sentences(states, true),
                sentences(states, false),
                reach.ask(setup::weakLevels).entrySet().stream()
                        .map(weak -> SchemaSentences.weak(weak.getKey(), weak.getValue()))
                        .toList());
    }

    private static List<String> sentences(List<SchemaState> states, boolean registered) {
        return states.stream()
                .filter(state -> state instanceof SchemaState.Registered == registered)
                .map(SchemaSentences::of)
                .toList();
    }
}
