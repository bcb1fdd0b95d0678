package io.journeystream.serve.alerts.watch;

import io.journeystream.alerts.Activity;
import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertRule;
import io.journeystream.alerts.Watch;
import io.journeystream.clock.ClockTick;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.alerts.turns.Turn;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One life of the watch over alerts: reads health, rules and event time from Kafka, asks the rules, and publishes what
 * they find. Whatever goes wrong ends this life, and the next one begins with what was published. For one thread.
 */
final class AlertWatch implements AutoCloseable {
    private static final long LAST_TICKS = 20;

    /** What is shown beside an alert is compared with a week before. */
    private static final long LEAST_KEPT_MILLIS = Duration.ofDays(9).toMillis();

    private static final long BACK_MILLIS = Watch.LOOKS_BACK.toMillis();
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final Map<String, Object> consumer;
    private final SchemaRegistry registry;
    private final Clock clock;
    private final CommittedRecords records;
    private final LiveRules rules;
    private final Tail ticks;
    private final AvroDecoder<ClockTick> tickDecoder;
    private final GroupProgress progress;
    private final EventTime time;
    private final long toleranceMillis;
    private final AlertWriter writer;
    private @Nullable LiveCells cells;
    private long silenceMillis;
    private @Nullable Asking asking;

    /**
     * Shuts out all others.
     *
     * @param turn during which it looks
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer
     */
    AlertWatch(WatchSettings settings, SchemaRegistry registry, Clock clock, Turn turn) {
        this.registry = registry;
        this.clock = clock;
        this.writer = new AlertWriter(
                turn,
                settings.kafka().producer(),
                WatchSettings.WRITER,
                registry,
                settings.kafka().connection().registration());
        this.consumer = settings.kafka().consumer();
        this.records = new CommittedRecords(consumer).meanwhile(turn::keep);
        this.rules = new LiveRules(consumer, registry, records);
        this.ticks = new Tail(records, Topics.CLOCK, LAST_TICKS);
        this.tickDecoder = new AvroDecoder<>(registry, ClockTick.class);
        this.progress = new GroupProgress(settings.kafka().admin());
        this.time = new EventTime(settings.steps(), progress);
        this.toleranceMillis = settings.futureTolerance().toMillis();
    }

    /** What asks as long as no rule looks further back than what is read for it. */
    private record Asking(Watch watch, @Nullable LiveActivity activity) {}

    /**
     * Looks once, and asks about every hour that has ended since.
     *
     * @return alerts that were published
     * @throws io.journeystream.serve.reading.KafkaUnavailable if something cannot be read or written
     */
    List<Alert> look() {
        if (rules.refresh()) {
            keepEnough();
        }
        LiveCells live = Objects.requireNonNull(cells);
        hearTime();
        live.latest().ifPresent(time::heard);
        progress.lookAgain();
        long now = time.settled(clock.millis());
        live.refresh();
        return now == Long.MIN_VALUE ? List.of() : ask(live, now);
    }

    private List<Alert> ask(LiveCells live, long now) {
        Asking asks = asking == null ? begin(live, now) : asking;
        asking = asks;
        if (asks.activity() != null) {
            asks.activity().refresh();
        }
        long before = asks.watch().asked();
        List<Alert> changed = asks.watch().ask(rules.standing(), now);
        if (!changed.isEmpty() || asks.watch().asked() != before) {
            writer.write(changed, asks.watch().asked());
        }
        return changed;
    }

    /** Rules may look back further than cells were kept, or events were read, for the ones before. */
    private void keepEnough() {
        long needed = furthest(rule -> !rule.isAboutSources());
        long silence = furthest(AlertRule::isAboutSources);
        if (cells == null || cells.keptMillis() < needed + BACK_MILLIS) {
            cells = new LiveCells(
                    records, registry, Math.max(needed, LEAST_KEPT_MILLIS) + BACK_MILLIS, toleranceMillis);
            asking = null;
        }
        if (silence > silenceMillis) {
            silenceMillis = silence;
            asking = null;
        }
    }

    private long furthest(Predicate<AlertRule> which) {
        return rules.standing().rules().stream()
                .filter(which)
                .mapToLong(rule -> rule.reach(rules.standing().definitions()).toMillis())
                .max()
                .orElse(0);
    }

    private Asking begin(LiveCells live, long now) {
        OptionalLong asked = writer.asked();
        LiveActivity activity = silenceMillis == 0
                ? null
                : new LiveActivity(records, registry, clock.millis(), now, silenceMillis + missed(asked, now));
        Activity heard = activity == null ? new Activity() : activity.activity();
        JourneyExamples examples = new JourneyExamples(records, registry);
        return new Asking(new Watch(live.cells(), heard, known(), asked, examples), activity);
    }

    /** How much is still to be asked about, and the part of the last hour that has gone by. */
    private static long missed(OptionalLong asked, long now) {
        long hours = asked.isPresent() ? Math.max(0, now - asked.getAsLong()) : 0;
        return Math.min(hours, BACK_MILLIS) + HOUR_MILLIS;
    }

    private List<Alert> known() {
        try (LatestRecords<Alert> known =
                new LatestRecords<>(consumer, registry, Topics.ALERTS, Alert.class, name -> true, sentence -> {})) {
            known.refresh();
            return List.copyOf(known.values());
        }
    }

    /** The group that has not gone on for long, so that no hour can be asked about. */
    Optional<String> waitsFor() {
        return time.waitsFor(clock.millis());
    }

    private void hearTime() {
        ticks.read(record -> {
            if (record.value() != null
                    && tickDecoder.decode(record.value()) instanceof Decoded.Value<ClockTick> tick
                    && !tick.value().getDiscards()) {
                long told = tick.value().getTime().toEpochMilli();
                if (told <= record.timestamp() + toleranceMillis) {
                    time.heard(told);
                }
            }
        });
    }

    @Override
    public void close() {
        rules.close();
        records.close();
        progress.close();
        writer.close();
    }
}
