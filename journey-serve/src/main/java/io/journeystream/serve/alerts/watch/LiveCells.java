package io.journeystream.serve.alerts.watch;

import io.journeystream.alerts.HourlyCells;
import io.journeystream.health.CellKey;
import io.journeystream.health.HealthCell;
import io.journeystream.health.Period;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.health.HourlyHealth;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Health by the hour as it is now, of the last weeks only. For one thread. */
final class LiveCells {
    private final HourlyCells cells = new HourlyCells();
    private final AvroDecoder<HealthCell> decoder;
    private final Tail tail;
    private final long keptMillis;
    private final long toleranceMillis;
    private long latest = Long.MIN_VALUE;

    /**
     * Reads nothing yet.
     *
     * @param keptMillis how long cells are kept, in event time
     * @param toleranceMillis a cohort further ahead of its cell's arrival does not tell how late it is
     */
    LiveCells(CommittedRecords records, SchemaRegistry registry, long keptMillis, long toleranceMillis) {
        this.decoder = new AvroDecoder<>(registry, HealthCell.class);
        this.tail = Tail.ofAll(records, Topics.HEALTH);
        this.keptMillis = keptMillis;
        this.toleranceMillis = toleranceMillis;
    }

    HourlyCells cells() {
        return cells;
    }

    /** How long cells are kept. */
    long keptMillis() {
        return keptMillis;
    }

    /** Start of the last hour in which a journey began; empty if none has. */
    OptionalLong latest() {
        return latest == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(latest);
    }

    /** @throws KafkaUnavailable if Kafka does not answer, or a cell cannot be read */
    void refresh() {
        if (tail.read(this::take) && latest != Long.MIN_VALUE) {
            cells.forget(latest - keptMillis);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        CellKey key = key(record.key());
        if (key == null || key.period() != Period.HOUR) {
            return;
        }
        if (record.value() == null) {
            cells.remove(key);
        } else if (key.cohort() > latest - keptMillis || latest == Long.MIN_VALUE) {
            if (key.cohort() <= record.timestamp() + toleranceMillis) {
                latest = Math.max(latest, key.cohort());
            }
            cells.put(key, HourlyHealth.sums(decoded(record)));
        }
    }

    private static @Nullable CellKey key(byte[] name) {
        try {
            return CellKey.parse(new String(name, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DateTimeException e) {
            return null; // of a later version, which has cells that this one does not know
        }
    }

    private HealthCell decoded(ConsumerRecord<byte[], byte[]> record) {
        Decoded<HealthCell> decoded = decoder.decode(record.value());
        if (decoded instanceof Decoded.Value<HealthCell> read) {
            return read.value();
        }
        throw new KafkaUnavailable("a health cell cannot be read (partition " + record.partition() + ", offset "
                + record.offset() + "): " + decoded);
    }
}
