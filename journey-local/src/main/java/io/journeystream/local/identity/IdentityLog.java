package io.journeystream.local.identity;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Customer;
import io.journeystream.identity.Erasure;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.LaidDown;
import io.journeystream.journeys.ComputedJourney;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Journeys;
import io.journeystream.local.Failure;
import io.journeystream.local.reading.CommittedRecords;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.streams.intake.Intake;
import io.journeystream.topics.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers who is whom from the topics of events and commands, which say the same as what streams holds, once that has
 * read them. Each answer reads all of them.
 */
public final class IdentityLog implements AutoCloseable {
    private final CommittedRecords records;
    private final Map<String, ?> kafka;
    private final SchemaRegistry registry;
    private final Intake intake;
    private final AvroDecoder<Erasure> erasures;
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
        this.registry = registry;
        this.intake = new Intake(registry);
        this.erasures = new AvroDecoder<>(registry, Erasure.class);
        this.rules = rules;
        this.order = new Identifiers(rules);
        this.progress = new ReadingProgress(listener);
    }

    /**
     * The customer whom an identifier names.
     *
     * @throws Failure if Kafka does not answer, or lacks a topic
     */
    public Portrait show(Identifier identifier) {
        return Portrait.of(identifier, around(Set.of(identifier)), order);
    }

    /**
     * Why two identifiers are one customer or not.
     *
     * @throws Failure if Kafka does not answer, or lacks a topic
     */
    public Verdict explain(Identifier one, Identifier other) {
        return Verdict.of(one, other, around(one.equals(other) ? Set.of(one) : Set.of(one, other)), order);
    }

    /**
     * All evidence that joins nothing, because a customer would hold too many identifiers of a type.
     *
     * @throws Failure if Kafka does not answer, or lacks a topic
     */
    public Conflicts conflicts() {
        return Conflicts.of(Neighbourhood.ofConflicts(log(), laidDown(), rules));
    }

    /** The last record of a journey; empty if there is none. */
    public Optional<Journey> journey(String journeyId) {
        return published().journey(journeyId);
    }

    /**
     * Why each event is in a journey.
     *
     * @param journey the last record of one that is not superseded
     * @param definitions those that streams runs with
     * @throws Failure if the log does not give this journey
     */
    public JourneyReasons explain(Journey journey, Definitions definitions) {
        Identifier strongest = published()
                .strongest(journey.getCustomerId())
                .orElseThrow(() -> new Failure("no identifier in " + Topics.IDENTITIES + " names the customer "
                        + journey.getCustomerId() + " any more: streams is about to publish the journey anew"));
        Neighbourhood around = around(Set.of(strongest));
        long asOf = journey.getActiveUntil().toEpochMilli();
        ComputedJourney computed = new Journeys(definitions)
                .of(around.evidence(), asOf).stream()
                        .filter(each -> each.journey().getJourneyId().equals(journey.getJourneyId()))
                        .findFirst()
                        .orElseThrow(() -> new Failure("the events in Kafka do not give the journey "
                                + journey.getJourneyId() + ": streams has not read all of them yet, runs with other"
                                + " --definitions, or Kafka has forgotten the oldest"));
        Customer customer = around.customer(strongest)
                .orElseThrow(() -> new Failure(Names.of(strongest) + " names nobody any more"));
        return JourneyReasons.of(journey, computed, customer, around, order);
    }

    private PublishedTopics published() {
        return new PublishedTopics(records, registry, progress);
    }

    private Neighbourhood around(Set<Identifier> asked) {
        return Neighbourhood.around(asked, log(), laidDown(), rules);
    }

    private EventLog log() {
        return new KafkaEventLog(records, () -> new CommittedRecords(kafka), intake, progress);
    }

    /** What people have laid down up to now, and who was erased. */
    public LaidDown laidDown() {
        LaidDown laidDown = new LaidDown(order);
        records.read(Topics.IDENTITY_COMMANDS, Map.of(), record -> {
            if (intake.command(record.value()) instanceof Decoded.Value<IdentityCommand> command) {
                laidDown.add(command.value());
            }
        });
        records.read(Topics.ERASURES, Map.of(), record -> {
            if (record.value() != null && erasures.decode(record.value()) instanceof Decoded.Value<Erasure> erasure) {
                laidDown.add(erasure.value());
            }
        });
        return laidDown;
    }

    @Override
    public void close() {
        records.close();
    }
}
