package io.journeystream.local.cli;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Identifier;
import io.journeystream.local.Failure;
import io.journeystream.local.services.EdgeKeys;
import io.journeystream.local.services.StartUp;
import io.journeystream.local.services.StreamsKeys;
import io.journeystream.local.view.Console;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.commands.CommandDesk;
import io.journeystream.serve.identity.IdentityLog;
import io.journeystream.serve.identity.TypedNames;
import io.journeystream.serve.reading.KafkaAccess;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands about identity need: where Kafka is, the rules, and how identifiers are spelt. */
final class IdentityOptions {
    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description = "What holds where nobody has laid down definitions in Kafka, as streams does at its start.")
    private @Nullable String definitions;

    @Option(
            names = "--as-stored",
            description = "Identifiers are given as events in Kafka have them, for instance hashed already: they are"
                    + " taken as they are.")
    private boolean asStored;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    /**
     * What was given, read once.
     *
     * @param definitions those in force
     * @param applicationId of streams, with which the names of its changelogs begin
     */
    record Settings(
            Connection connection,
            SchemaRegistry registry,
            Definitions definitions,
            TypedNames names,
            boolean asStored,
            String applicationId) {

        /** @throws Failure if it is a placeholder */
        Identifier meant(@Nullable Identifier written) {
            return names.meant(Objects.requireNonNull(written), asStored)
                    .orElseThrow(() -> new Failure(TypedNames.placeholder(written)));
        }

        /** As the edge would spell it; as it is written if the edge would drop it. */
        Identifier spelt(Identifier written) {
            return names.meant(written, asStored).orElse(written);
        }

        CommandDesk desk() {
            return new CommandDesk(
                    new KafkaAccess(connection, null),
                    registry,
                    definitions.identity(),
                    applicationId,
                    Clock.systemUTC());
        }

        IdentityLog log(Console console) {
            return new IdentityLog(
                    connection.properties(ClientKind.CONSUMER),
                    registry,
                    definitions.identity(),
                    sentence -> console.err().println(sentence));
        }
    }

    /** @throws io.journeystream.local.Failure that lists every mistake */
    Settings read() {
        Configuration configuration = connection.read(new GivenFlags()
                .with("--definitions", EdgeKeys.DEFINITIONS, definitions)
                .all());
        Connection to = Connection.of(configuration);
        SchemaRegistry registry = StartUp.recordRegistry(to);
        Definitions defined = DefinitionsOption.inForce(configuration, to, registry);
        TypedNames names = new TypedNames(EdgeKeys.spelling(configuration, defined.identity()));
        return new Settings(to, registry, defined, names, asStored, configuration.get(StreamsKeys.APPLICATION_ID));
    }
}
