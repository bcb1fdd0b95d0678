package io.journeystream.serve.definitions;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.PublishedDefinitions;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.StandingDefinitions.Heard;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.topics.Topics;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All definitions that were ever laid down; what streams refuses because it cannot be read is none of them. */
public final class LaidDownDefinitions {
    private final int partitions;
    private final Map<StandingDefinitions, BitSet> places = new HashMap<>();
    private boolean isComplete = true;

    private LaidDownDefinitions(int partitions) {
        this.partitions = partitions;
    }

    /**
     * Reads all.
     *
     * @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer, or has no such topic
     */
    public static LaidDownDefinitions read(Map<String, ?> kafka, SchemaRegistry registry) {
        AvroDecoder<PublishedDefinitions> decoder = new AvroDecoder<>(registry, PublishedDefinitions.class);
        try (CommittedRecords records = new CommittedRecords(kafka)) {
            var ends = records.ends(Topics.DEFINITIONS);
            LaidDownDefinitions read = new LaidDownDefinitions(ends.size());
            records.read(Map.of(), ends, record -> {
                if (record.value() != null) {
                    read.take(decoder.decode(record.value()), record.partition());
                }
            });
            return read;
        }
    }

    private void take(Decoded<PublishedDefinitions> decoded, int partition) {
        if (!(decoded instanceof Decoded.Value<PublishedDefinitions> published)) {
            isComplete = false;
        } else if (StandingDefinitions.read(published.value()) instanceof Heard.Laid laid) {
            places.computeIfAbsent(laid.standing(), standing -> new BitSet()).set(partition);
        }
    }

    /** Whether every record could be decoded, so that none of them may have held otherwise. */
    public boolean isComplete() {
        return isComplete;
    }

    /** The definitions that hold, or those where nobody has laid down any. */
    public static Definitions inForce(Map<String, ?> kafka, SchemaRegistry registry, Definitions otherwise) {
        return read(kafka, registry)
                .latest()
                .map(StandingDefinitions::definitions)
                .orElse(otherwise);
    }

    /** How many partitions they must reach. */
    int partitions() {
        return partitions;
    }

    /** Those that hold; empty if there are none. */
    public Optional<StandingDefinitions> latest() {
        List<StandingDefinitions> all = inOrder();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** All, those that hold last. */
    public List<StandingDefinitions> inOrder() {
        List<StandingDefinitions> all = new ArrayList<>(places.keySet());
        Comparator<StandingDefinitions> order = (one, other) -> one.isAfter(other) ? 1 : other.isAfter(one) ? -1 : 0;
        all.sort(order);
        return all;
    }

    /**
     * Settings of these that decide where evidence is kept and are other than they ever were, by what holds: an
     * application that keeps evidence cannot go by them.
     */
    public List<String> movedBy(Definitions given) {
        List<StandingDefinitions> all = inOrder();
        boolean wasSo =
                all.stream().anyMatch(each -> moved(given, each.definitions()).isEmpty());
        Definitions latest =
                all.isEmpty() ? Definitions.STANDARD : all.get(all.size() - 1).definitions();
        return wasSo ? List.of() : moved(given, latest);
    }

    private static List<String> moved(Definitions given, Definitions before) {
        return given.identity().placedOtherwiseThan(before.identity());
    }

    /** Whether every partition has them. */
    public boolean isEverywhere(StandingDefinitions standing) {
        BitSet reached = places.get(standing);
        return reached != null && reached.cardinality() == partitions;
    }
}
