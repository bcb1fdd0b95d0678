package io.journeystream.serve.alerts.watch;

import io.journeystream.alerts.Activity;
import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertRule;
import io.journeystream.alerts.Watch;
import io.journeystream.clock.ClockTick;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<String, Object> consumer;
    private final SchemaRegistry registry;
    private final Clock clock;
    private final CommittedRecords records;
    private final LiveRules rules;
    private final Tail ticks;
    private final AvroDecoder<ClockTick> tickDecoder;
    private final GroupProgress progress;
    private final EventTime time;
    private final AlertWriter writer;
    private @Nullable LiveCells cells;
    private @Nullable LiveActivity activity;
    private long silenceMillis;
    private @Nullable Watch watch;

    /** @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer */
    AlertWatch(WatchSettings settings, SchemaRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.writer = new AlertWriter(
                settings.kafka().producer(),
                WatchSettings.WRITER,
                registry,
                settings.kafka().connection().registration());
        this.consumer = settings.kafka().consumer();
        this.records = new CommittedRecords(consumer);
        this.rules = new LiveRules(consumer, registry, records);
        this.ticks = new Tail(records, Topics.CLOCK, LAST_TICKS);
        this.tickDecoder = new AvroDecoder<>(registry, ClockTick.class);
        this.progress = new GroupProgress(settings.kafka().admin());
        this.time = new EventTime(settings.steps(), progress);
    }

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
        LiveCells live = cells;
        Watch asked = watch;
        if (live == null || asked == null) {
            return List.of();
        }
        hearTime();
        live.latest().ifPresent(time::heard);
        progress.lookAgain();
        long now = time.settled(clock.millis());
        live.refresh();
        if (activity != null) {
            activity.refresh(now, silenceMillis);
        }
        List<Alert> changed = now == Long.MIN_VALUE ? List.of() : asked.ask(rules.rules(), rules.definitions(), now);
        if (!changed.isEmpty()) {
            writer.write(changed);
        }
        return changed;
    }

    /** Rules may look back further than cells were kept, or events were read, for the ones before. */
    private void keepEnough() {
        long needed = furthest(rule -> !rule.isAboutSources());
        long silence = furthest(AlertRule::isAboutSources);
        if (cells == null || cells.keptMillis() < needed || silence > silenceMillis) {
            LiveCells live = new LiveCells(records, registry, Math.max(needed, LEAST_KEPT_MILLIS));
            activity = silence == 0 ? null : new LiveActivity(records, registry, clock.millis() - silence);
            silenceMillis = silence;
            cells = live;
            Activity heard = activity == null ? new Activity() : activity.activity();
            watch = new Watch(live.cells(), heard, known(), new JourneyExamples(records, registry));
        }
    }

    private long furthest(Predicate<AlertRule> which) {
        return rules.rules().stream()
                .filter(which)
                .mapToLong(rule -> rule.reach(rules.definitions()).toMillis())
                .max()
                .orElse(0);
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
                time.heard(tick.value().getTime().toEpochMilli());
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
