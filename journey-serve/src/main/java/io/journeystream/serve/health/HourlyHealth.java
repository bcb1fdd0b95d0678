package io.journeystream.serve.health;

import io.journeystream.alerts.HourlyCells;
import io.journeystream.health.Apart;
import io.journeystream.health.CellKey;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthRecords;
import io.journeystream.health.Period;
import io.journeystream.health.Sums;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Health by the hour, as alert rules look at it, read from its topic. */
public final class HourlyHealth {
    private HourlyHealth() {}

    /**
     * All there is now.
     *
     * @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer
     * @param dimensions whose cells are wanted
     * @param listener told how far reading is while it takes long
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer, has no such topic, or a cell
     *     cannot be read
     */
    public static HourlyCells read(
            Map<String, ?> kafka, SchemaRegistry registry, Set<String> dimensions, Consumer<String> listener) {
        HourlyCells cells = new HourlyCells();
        try (LatestRecords<HealthCell> records = new LatestRecords<>(
                kafka, registry, Topics.HEALTH, HealthCell.class, name -> isWanted(name, dimensions), listener)) {
            records.refresh();
            records.values().forEach(cell -> cells.put(key(cell), sums(cell)));
        }
        return cells;
    }

    private static boolean isWanted(String name, Set<String> dimensions) {
        try {
            CellKey key = CellKey.parse(name);
            return key.period() == Period.HOUR && dimensions.contains(key.dimension());
        } catch (IllegalArgumentException | DateTimeException e) {
            return false; // of a later version, which has cells that this one does not know
        }
    }

    private static CellKey key(HealthCell cell) {
        return new CellKey(
                cell.getType(),
                cell.getPeriod(),
                cell.getCohort().toEpochMilli(),
                cell.getDimension(),
                cell.getValue());
    }

    /** What a cell counts. */
    public static Apart<Sums> sums(HealthCell cell) {
        return new Apart<>(HealthRecords.sums(cell.getMatured()), HealthRecords.sums(cell.getProvisional()));
    }
}
