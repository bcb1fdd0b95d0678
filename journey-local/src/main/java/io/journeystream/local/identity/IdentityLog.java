package io.journeystream.local.identity;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.LaidDown;
import io.journeystream.local.reading.CommittedRecords;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.streams.intake.Intake;
import io.journeystream.topics.Topics;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers who is whom from the topics of events and commands, which say the same as what streams holds, once that has
 * read them. Each answer reads all of them.
 */
public final class IdentityLog implements AutoCloseable {
    private final CommittedRecords records;
    private final Map<String, ?> kafka;
    private final Intake intake;
    private final IdentityRules rules;
    private final Identifiers order;
    private final ReadingProgress progress;

    /**
     * @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer
     * @param rules those that streams runs with
     * @param listener told how far reading is while it takes long
     */
    public IdentityLog(Map<String, ?> kafka, SchemaRegistry registry, IdentityRules rules, Consumer<String> listener) {
        this.records = new CommittedRecords(kafka);
        this.kafka = Map.copyOf(kafka);
        this.intake = new Intake(registry);
        this.rules = rules;
        this.order = new Identifiers(rules);
        this.progress = new ReadingProgress(listener);
    }

    /**
     * The customer whom an identifier names.
     *
     * @throws io.journeystream.local.Failure if Kafka does not answer, or lacks a topic
     */
    public Portrait show(Identifier identifier) {
        return Portrait.of(identifier, around(Set.of(identifier)), order);
    }

    /**
     * Why two identifiers are one customer or not.
     *
     * @throws io.journeystream.local.Failure if Kafka does not answer, or lacks a topic
     */
    public Verdict explain(Identifier one, Identifier other) {
        return Verdict.of(one, other, around(one.equals(other) ? Set.of(one) : Set.of(one, other)), order);
    }

    private Neighbourhood around(Set<Identifier> asked) {
        LaidDown laidDown = laidDown();
        EventLog log = new KafkaEventLog(records, () -> new CommittedRecords(kafka), intake, progress);
        return Neighbourhood.around(asked, log, laidDown, rules);
    }

    /** What people have laid down up to now. */
    public LaidDown laidDown() {
        LaidDown laidDown = new LaidDown(order);
        records.read(Topics.IDENTITY_COMMANDS, Map.of(), record -> {
            if (intake.command(record.value()) instanceof Decoded.Value<IdentityCommand> command) {
                laidDown.add(command.value());
            }
        });
        return laidDown;
    }

    @Override
    public void close() {
        records.close();
    }
}
