package io.journeystream.serve.verification;

import io.journeystream.identity.EvidenceGraph;
import io.journeystream.serve.verification.Difference.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Compares the last records of topics with those that the input gives, key by key, and collects what differs. */
final class Tally {
    private final Set<String> moving;
    private final Map<Subject, Long> compared = new EnumMap<>(Subject.class);
    private final List<Difference> differences = new ArrayList<>();
    private long leftOut;

    /** @param moving keys that have just changed, or may be about to: they are left out */
    Tally(Set<String> moving) {
        this.moving = moving;
    }

    /** Compares records that must be equal field by field. */
    <V extends IndexedRecord> void compare(Subject subject, Map<String, V> published, Map<String, V> computed) {
        compare(subject, published, computed, (one, other) -> RecordDifferences.between(one, other, Set.of()));
    }

    /** @param records how two records of one key differ; empty if they do not */
    <V> void compare(
            Subject subject,
            Map<String, V> published,
            Map<String, V> computed,
            BiFunction<V, V, List<String>> records) {
        Set<String> keys = new TreeSet<>(published.keySet());
        keys.addAll(computed.keySet());
        long here = 0;
        for (String key : keys) {
            if (moving.contains(key)) {
                leftOut++;
            } else {
                here++;
                compare(subject, key, published.get(key), computed.get(key), records);
            }
        }
        compared.put(subject, here);
    }

    private <V> void compare(
            Subject subject,
            String key,
            @Nullable V published,
            @Nullable V computed,
            BiFunction<V, V, List<String>> records) {
        if (published == null || computed == null) {
            Kind kind = published == null ? Kind.MISSING : Kind.UNEXPECTED;
            differences.add(new Difference(subject, key, kind, List.of()));
            return;
        }
        List<String> details = records.apply(published, computed);
        if (!details.isEmpty()) {
            differences.add(new Difference(subject, key, Kind.DIFFERENT, details));
        }
    }

    Findings findings(EvidenceGraph evidence, PublishedJourneys published) {
        long events = evidence.customers().stream()
                .mapToLong(customer -> customer.events().size())
                .sum();
        return new Findings(
                events,
                evidence.customers().size(),
                compared,
                differences,
                published.live().size(),
                leftOut,
                published.otherDefinitions());
    }
}
