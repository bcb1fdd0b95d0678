package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.Instrument;
import io.journeystream.events.VocEvent;
import io.journeystream.registry.RegistryUnavailable;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.rejects.Stage;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.publishing.Pace;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final byte[] KEY = "account:a".getBytes(StandardCharsets.UTF_8);

    private final UnreliableRegistry registry = new UnreliableRegistry();
    private final StitchingDriver driver = new StitchingDriver(1, Pace.STANDARD, registry);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void bytes_that_are_no_avro_are_refused_whole() {
        driver.pipe(Topics.CHANNEL_EVENTS.name(), 0, KEY, new byte[] {7, 8, 9});

        Reject reject = refused(RejectReason.UNDECODABLE);
        assertThat(reject.getPayload().array()).containsExactly(7, 8, 9);
        assertThat(reject.getKey().array()).isEqualTo(KEY);
        assertThat(reject.getStage()).isEqualTo(Stage.STREAMS);
        assertThat(reject.getTopic()).isEqualTo(Topics.CHANNEL_EVENTS.name());
        assertThat(reject.getPartition()).isZero();
        assertThat(reject.getOffset()).isZero();
        assertThat(reject.getRejectedAt()).isEqualTo(StitchingDriver.ARRIVAL);
    }

    @Test
    void a_record_of_another_kind_is_refused() {
        driver.pipe(Topics.VOC_EVENTS.name(), 0, KEY, driver.serialize(call(b -> b)));

        refused(RejectReason.UNDECODABLE);
    }

    @Test
    void an_unknown_schema_id_is_refused() {
        byte[] bytes = driver.serialize(call(b -> b));
        bytes[1] = 99;
        driver.pipe(Topics.CHANNEL_EVENTS.name(), 0, KEY, bytes);

        refused(RejectReason.UNKNOWN_SCHEMA);
    }

    @Test
    void a_tombstone_is_refused() {
        driver.pipe(Topics.CHANNEL_EVENTS.name(), 0, null, null);

        assertThat(refused(RejectReason.UNDECODABLE).getKey()).isNull();
    }

    @Test
    void an_event_of_nobody_is_refused() {
        driver.send(call(b -> b.setIdentifiers(List.of())), KEY, 0);

        assertThat(refused(RejectReason.NO_IDENTIFIER).getEventId()).isEqualTo("e");
    }

    @Test
    void what_the_schema_cannot_forbid_is_refused() {
        List<Event> invalid = List.of(
                call(b -> b.setSource("")),
                call(b -> b.setEventId("")),
                call(b -> b.setIdentifiers(List.of(new Identifier("account", "")))),
                call(b -> b.setDurationMillis(-1L)),
                call(b -> b.setDurationMillis(Long.MAX_VALUE)),
                call(b -> b.setSentiment(Double.NaN)),
                call(b -> b.setOccurredAt(Instant.ofEpochMilli(Long.MAX_VALUE))),
                call(b -> b.setOccurredAt(Instant.ofEpochMilli(Long.MIN_VALUE))),
                call(b -> b.setContactId("")),
                call(b -> b.setChannel("")),
                score(5.0, null, 7.0),
                score(5.0, 7.0, 1.0),
                score(8.0, 1.0, 7.0),
                score(Double.NaN, 1.0, 7.0));

        invalid.forEach(event -> driver.send(event, KEY, 0));

        assertThat(driver.rejected()).extracting(Reject::getReason).containsOnly(RejectReason.INVALID);
        assertThat(driver.ledger().rejected(RejectReason.INVALID)).isEqualTo(invalid.size());
        assertThat(driver.ledger().isBalanced()).isTrue();
        assertThat(driver.ledger().processed()).isZero();
    }

    @Test
    void too_large_an_event_is_refused() {
        driver.send(call(b -> b.setQueue("q".repeat(1_000_001))), KEY, 0);

        refused(RejectReason.TOO_LARGE);
    }

    @Test
    void foreign_bytes_on_the_internal_topic_are_refused() {
        driver.pipe("routing-in", 0, KEY, new byte[] {1});

        refused(RejectReason.UNDECODABLE);
    }

    @Test
    void an_outage_of_the_registry_is_no_bad_record() {
        byte[] bytes = driver.serialize(call(b -> b));
        registry.available = false;

        assertThatThrownBy(() -> driver.pipe(Topics.CHANNEL_EVENTS.name(), 0, KEY, bytes))
                .hasRootCauseInstanceOf(RegistryUnavailable.class)
                .matches(Failures::isOutage);
        assertThat(driver.rejected()).isEmpty();
        assertThat(driver.ledger().received()).isZero();
    }

    @Test
    void a_clock_that_runs_ahead_of_its_arrival_is_not_believed() {
        long arrival = StitchingDriver.ARRIVAL.toEpochMilli();
        long tolerance = Duration.ofMinutes(5).toMillis();

        driver.tick(arrival + tolerance);
        driver.tick(arrival + tolerance + 1);

        assertThat(driver.ledger().watermark()).isEqualTo(arrival + tolerance);
        assertThat(driver.ledger().get(Count.IGNORED_TICKS)).isEqualTo(1);
    }

    @Test
    void a_tick_that_is_none_is_refused() {
        driver.pipe(Topics.CLOCK.name(), 0, null, new byte[] {1, 2});

        refused(RejectReason.UNDECODABLE);
    }

    private Reject refused(RejectReason reason) {
        assertThat(driver.rejected()).hasSize(1);
        assertThat(driver.ledger().rejected(reason)).isEqualTo(1);
        assertThat(driver.ledger().isBalanced()).as("%s", driver.ledger()).isTrue();
        Reject reject = driver.rejected().get(0);
        assertThat(reject.getReason()).isEqualTo(reason);
        return reject;
    }

    private static Event call(UnaryOperator<ChannelEvent.Builder> change) {
        return new Event.Channel(change.apply(ChannelEvent.newBuilder()
                        .setSource("s")
                        .setEventId("e")
                        .setOccurredAt(Instant.EPOCH)
                        .setIdentifiers(List.of(new Identifier("account", "a")))
                        .setChannel("phone")
                        .setContactId("k")
                        .setAction(Action.STARTED))
                .build());
    }

    private static Event score(double score, @Nullable Double min, Double max) {
        return new Event.Voc(VocEvent.newBuilder()
                .setSource("s")
                .setEventId("e")
                .setOccurredAt(Instant.EPOCH)
                .setIdentifiers(List.of(new Identifier("account", "a")))
                .setInstrument(Instrument.CES)
                .setScore(score)
                .setScaleMin(min)
                .setScaleMax(max)
                .build());
    }
}
