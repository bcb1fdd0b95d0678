package io.journeystream.streams.health;

import io.journeystream.definitions.PublishedDefinitions;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.StandingDefinitions.Heard;
import io.journeystream.events.SingleObject;
import io.journeystream.health.Contribution;
import io.journeystream.health.Correction;
import io.journeystream.health.Corrections;
import io.journeystream.health.Health;
import io.journeystream.journeys.Journey;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.rejects.Reject;
import io.journeystream.streams.definitions.DefinitionsInForce;
import io.journeystream.streams.state.StateStores;
import io.journeystream.topics.Topics;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Journeys in; out come the corrections of each at once, and now and then what all of them together have changed: one
 * difference for each cell, however many journeys it counts, so that no cell is hot.
 */
public final class Counting implements Processor<byte[], byte[], byte[], Told> {

    /** Makes the reject of a record that is no journey. */
    @FunctionalInterface
    public interface Refusal {
        /** The reject of a record; why it is refused is for a person to read. */
        Reject of(Record<byte[], byte[]> record, RecordMetadata place, String why);
    }

    private final HealthPlan plan;
    private final Refusal refusal;
    private final AvroDecoder<Journey> decoder;
    private final AvroDecoder<PublishedDefinitions> definitions;
    private final Serializer<Correction> corrections;
    private final Serializer<Reject> rejects;
    private final SumsEncoding encoding = new SumsEncoding();
    private final SingleObject<PublishedDefinitions> published = new SingleObject<>(PublishedDefinitions.class);
    private final Rhythm rhythm;
    private @Nullable ProcessorContext<byte[], Told> context;
    private @Nullable CountedJourneys journeys;
    private @Nullable DefinitionsInForce inForce;

    public Counting(HealthPlan plan, Refusal refusal) {
        this.plan = plan;
        this.refusal = refusal;
        this.decoder = new AvroDecoder<>(plan.registry(), Journey.class);
        this.definitions = new AvroDecoder<>(plan.registry(), PublishedDefinitions.class);
        this.corrections = Topics.CORRECTIONS.valueSerializer(plan.registry());
        this.rejects = Topics.REJECTS.valueSerializer(plan.registry());
        this.rhythm = new Rhythm(plan.pace().counting(), plan.pace().underLoad(), plan.nanoTime());
    }

    @Override
    public void init(ProcessorContext<byte[], Told> started) {
        KeyValueStore<Bytes, byte[]> store = started.getStateStore(StateStores.COUNTED);
        DefinitionsInForce standing = new DefinitionsInForce(store, plan.definitions());
        standing.hear(plan.definitions());
        CountedJourneys known =
                new CountedJourneys(store, standing.definitions().dimensions());
        inForce = standing;
        journeys = known;
        context = started;
        plan.backlog().set(this, known.waiting());
        started.schedule(Rhythm.ASK, PunctuationType.WALL_CLOCK_TIME, now -> count(now, known, started));
    }

    @Override
    public void close() {
        plan.backlog().forget(this);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (journeys == null || inForce == null || context == null) {
            throw new IllegalStateException("not initialised");
        }
        rhythm.heard();
        RecordMetadata place = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record that comes from nowhere"));
        if (place.topic().equals(Topics.DEFINITIONS.name())) {
            define(record.value(), inForce, journeys, context);
            return;
        }
        Decoded<Journey> decoded = record.value() == null || record.key() == null
                ? new Decoded.Undecodable<>("a record without a key or a value")
                : decoder.decode(record.value());
        if (decoded instanceof Decoded.Value<Journey> journey) {
            take(Bytes.wrap(record.key()), journey.value(), journeys, context);
        } else {
            Reject reject = refusal.of(record, place, "not a journey: " + decoded);
            tell(context, record.key(), Told.To.REJECTS, rejects.serialize(Topics.REJECTS.name(), reject));
        }
    }

    /** Dimensions may have changed. What is no definitions stitching refuses, and tells. */
    private void define(
            byte @Nullable [] said,
            DefinitionsInForce standing,
            CountedJourneys known,
            ProcessorContext<byte[], Told> out) {
        if (said != null
                && definitions.decode(said) instanceof Decoded.Value<PublishedDefinitions> read
                && StandingDefinitions.read(read.value()) instanceof Heard.Laid laid) {
            standing.hear(laid.standing());
            known.countBy(standing.definitions().dimensions());
            plan.backlog().set(this, known.waiting());
            byte[] name = CellName.ofDefinitions(out.taskId().partition());
            tell(out, name, Told.To.CELLS, published.encode(read.value()));
        }
    }

    private void take(Bytes id, Journey published, CountedJourneys known, ProcessorContext<byte[], Told> out) {
        Optional<KnownJourney> before = known.latest(id);
        if (before.filter(KnownJourney::everMatured).isPresent()) {
            Contribution old = before.flatMap(KnownJourney::matured).orElse(null);
            Contribution now = Contribution.isMatured(published)
                    ? Contribution.of(published).orElse(null)
                    : null;
            for (Correction correction : Corrections.of(old, now, published)) {
                byte[] value = corrections.serialize(Topics.CORRECTIONS.name(), correction);
                tell(out, id.get(), Told.To.CORRECTIONS, value);
            }
        }
        known.await(id, before, published);
        plan.backlog().set(this, known.waiting());
    }

    private void count(long now, CountedJourneys known, ProcessorContext<byte[], Told> out) {
        Health change = new Health();
        boolean any = rhythm.work(now, () -> known.countNext(change));
        if (any) {
            change.cells().forEach((key, sums) -> tell(out, CellName.of(key), Told.To.CELLS, encoding.cell(sums)));
            change.flows().forEach((key, sums) -> tell(out, CellName.of(key), Told.To.CELLS, encoding.flow(sums)));
            plan.backlog().set(this, known.waiting());
        }
    }

    private static void tell(ProcessorContext<byte[], Told> out, byte @Nullable [] key, Told.To to, byte[] value) {
        out.forward(record(key, new Told(to, value), Math.max(0, out.currentStreamTimeMs())));
    }

    @SuppressWarnings("NullAway") // Kafka allows null keys and says so in words only
    private static Record<byte[], Told> record(byte @Nullable [] key, Told told, long timestamp) {
        return new Record<>(key, told, timestamp);
    }
}
