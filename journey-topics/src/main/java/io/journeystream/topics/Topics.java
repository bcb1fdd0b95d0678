package io.journeystream.topics;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.Delivery;
import io.journeystream.alerts.WrittenRule;
import io.journeystream.alerts.WrittenSubscription;
import io.journeystream.clock.ClockTick;
import io.journeystream.definitions.PublishedDefinitions;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import io.journeystream.health.Correction;
import io.journeystream.health.Flow;
import io.journeystream.health.HealthCell;
import io.journeystream.identity.Erasure;
import io.journeystream.identity.Identity;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityResult;
import io.journeystream.journeys.Journey;
import io.journeystream.rejects.Reject;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** All topics there are. What their records mean is said by {@code schemas/}. */
public final class Topics {
    /** Key: the event's strongest identifier, {@code type:value}; likewise for the two other kinds. */
    public static final Topic<String, ChannelEvent> CHANNEL_EVENTS =
            avro("journey.channel-events.v1", ChannelEvent.class, Keeping.HISTORY);

    public static final Topic<String, OperationalEvent> OPERATIONAL_EVENTS =
            avro("journey.operational-events.v1", OperationalEvent.class, Keeping.HISTORY);

    public static final Topic<String, VocEvent> VOC_EVENTS =
            avro("journey.voc-events.v1", VocEvent.class, Keeping.HISTORY);

    /** Key: null; written to every partition. */
    public static final Topic<String, ClockTick> CLOCK = avro("journey.clock.v1", ClockTick.class, Keeping.HISTORY);

    /** Internal to stitching: what lies on another partition than its customer's. */
    public static final Topic<byte[], byte[]> ROUTING =
            new Topic<>("journey.routing.v1", new Format.Bytes(), new Format.Bytes(), Keeping.UNTIL_DELETED);

    /** Key: the journey's id; the last record of a key is its present state. */
    public static final Topic<String, Journey> JOURNEYS = avro("journey.journeys.v1", Journey.class, Keeping.LATEST);

    /** Key: {@code type:value} of an identifier; its last record says whom it names, one without value that nobody. */
    public static final Topic<String, Identity> IDENTITIES =
            avro("journey.identities.v1", Identity.class, Keeping.LATEST);

    /** Key: {@code type:value} of the identifier of which it speaks. Kept for ever: what was laid down stands. */
    public static final Topic<String, IdentityCommand> IDENTITY_COMMANDS =
            avro("journey.identity-commands.v1", IdentityCommand.class, Keeping.FOR_EVER);

    /** Key: the id of definitions; written to every partition. The latest of all hold, in whatever order they lie. */
    public static final Topic<String, PublishedDefinitions> DEFINITIONS =
            avro("journey.definitions.v1", PublishedDefinitions.class, Keeping.LATEST);

    /** Key: hash of an identifier that was erased. Stitching reads it, too: should its state be lost, erased stays erased. */
    public static final Topic<String, Erasure> ERASURES = avro("journey.erasures.v1", Erasure.class, Keeping.LATEST);

    /** Key: the command's id. */
    public static final Topic<String, IdentityResult> IDENTITY_RESULTS =
            avro("journey.identity-results.v1", IdentityResult.class, Keeping.MONTH);

    /** Key: the journey's id. What was published as matured and is not so any more. */
    public static final Topic<String, Correction> CORRECTIONS =
            avro("journey.corrections.v1", Correction.class, Keeping.HISTORY);

    /** Key: the cell's name; one without value says that the cell counts nothing any more. */
    public static final Topic<String, HealthCell> HEALTH = avro("journey.health.v1", HealthCell.class, Keeping.LATEST);

    /** Key: the edge's name; one without value says that nobody goes there any more. */
    public static final Topic<String, Flow> FLOWS = avro("journey.flows.v1", Flow.class, Keeping.LATEST);

    /** Key: the alert's fingerprint. */
    public static final Topic<String, Alert> ALERTS = avro("journey.alerts.v1", Alert.class, Keeping.LATEST);

    /** Key: the rule's name; one without value takes it back. */
    public static final Topic<String, WrittenRule> ALERT_RULES =
            avro("journey.alert-rules.v1", WrittenRule.class, Keeping.LATEST);

    /** Key: the id of the subscription or silence; one without value takes it back. */
    public static final Topic<String, WrittenSubscription> SUBSCRIPTIONS =
            avro("journey.subscriptions.v1", WrittenSubscription.class, Keeping.LATEST);

    /** Key: the notice's id; the last record of a key counts. */
    public static final Topic<String, Delivery> DELIVERIES =
            avro("journey.deliveries.v1", Delivery.class, Keeping.MONTH);

    /** Key: null or that of the record refused. */
    public static final Topic<String, Reject> REJECTS = avro("journey.rejects.v1", Reject.class, Keeping.MONTH);

    /** The three kinds of event. */
    public static final List<Topic<String, ? extends SpecificRecord>> EVENTS =
            List.of(CHANNEL_EVENTS, OPERATIONAL_EVENTS, VOC_EVENTS);

    /**
     * What stitching reads: same number of partitions, since a customer is on one of them in all, and definitions must
     * reach each.
     */
    public static final List<Topic<?, ?>> PARTITIONED_ALIKE = List.of(
            CHANNEL_EVENTS, OPERATIONAL_EVENTS, VOC_EVENTS, CLOCK, IDENTITY_COMMANDS, DEFINITIONS, ERASURES, ROUTING);

    public static final List<Topic<?, ?>> ALL = List.of(
            CHANNEL_EVENTS,
            OPERATIONAL_EVENTS,
            VOC_EVENTS,
            CLOCK,
            IDENTITY_COMMANDS,
            DEFINITIONS,
            ROUTING,
            JOURNEYS,
            IDENTITIES,
            ERASURES,
            IDENTITY_RESULTS,
            CORRECTIONS,
            HEALTH,
            FLOWS,
            ALERTS,
            ALERT_RULES,
            SUBSCRIPTIONS,
            DELIVERIES,
            REJECTS);

    private Topics() {}

    private static <V extends SpecificRecord> Topic<String, V> avro(String name, Class<V> type, Keeping keeping) {
        return new Topic<>(name, new Format.Text(), new Format.Avro<>(type), keeping);
    }
}
