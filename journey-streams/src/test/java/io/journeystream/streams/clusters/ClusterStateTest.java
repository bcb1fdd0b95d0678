package io.journeystream.streams.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import io.journeystream.journeys.Cause;
import io.journeystream.streams.clusters.Clusters.Addition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class ClusterStateTest {
    private static final Identifier ADA = new Identifier("account", "ada");
    private static final Identifier BOB = new Identifier("account", "bob");

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("test").get();
    private final Clusters clusters = new Clusters(store);
    private final Agenda agenda = new Agenda(store);

    @Test
    void times_sort_before_1970_too() {
        List<Long> times = LongStream.of(Long.MIN_VALUE, -62_135_596_800_000L, -1, 0, 1, 253_402_300_799_999L)
                .boxed()
                .toList();

        assertThat(times).isSortedAccordingTo((a, b) -> Bytes.wrap(key(a)).compareTo(Bytes.wrap(key(b))));
        assertThat(times)
                .allSatisfy(t ->
                        assertThat(SortableTime.decode(SortableTime.encode(t))).isEqualTo(t));
    }

    private static byte[] key(long time) {
        return ClusterKeys.event(Root.of(ADA), Root.of(ADA), time, new byte[EventHash.LENGTH])
                .get();
    }

    @Test
    void source_and_id_are_told_apart() {
        assertThat(EventHash.of(event("ab", "c", 0, "x"))).isNotEqualTo(EventHash.of(event("a", "bc", 0, "x")));
        assertThat(EventHash.of(event("ab", "c", 0, "x"))).isEqualTo(EventHash.of(event("ab", "c", 9, "y")));
    }

    @Test
    void the_highest_revision_stands_and_of_equals_the_greater() {
        assertThat(add(event("s", "e", 1, "m"))).isEqualTo(Addition.ADDED);
        assertThat(add(event("s", "e", 1, "m"))).as("the same again").isEqualTo(Addition.DROPPED);
        assertThat(add(event("s", "e", 0, "z"))).as("a lower revision").isEqualTo(Addition.DROPPED);
        assertThat(add(event("s", "e", 1, "a"))).as("equal revision, lesser").isEqualTo(Addition.DROPPED);
        assertThat(add(event("s", "e", 1, "q"))).as("equal revision, greater").isEqualTo(Addition.STANDS_INSTEAD);
        assertThat(add(event("s", "e", 2, "a"))).as("a higher revision").isEqualTo(Addition.REVISED);

        assertThat(clusters.events(Root.of(ADA))).containsExactly(event("s", "e", 2, "a"));
        assertThat(store.approximateNumEntries()).as("one event, one look-up").isEqualTo(2);
    }

    @Test
    void clusters_do_not_mix() {
        add(event("s", "1", 0, "a"));
        clusters.add(Root.of(BOB), BOB, event("s", "2", 0, "b"));

        assertThat(clusters.events(Root.of(ADA))).hasSize(1);
        assertThat(clusters.events(Root.of(BOB))).hasSize(1);
        assertThat(clusters.published(Root.of(ADA))).isEmpty();
    }

    @Test
    void a_forgotten_event_leaves_nothing_behind() {
        add(event("s", "1", 0, "a"));

        clusters.forget(Root.of(ADA), event("s", "1", 0, "a"));

        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void entries_are_due_once_the_watermark_is_greater() {
        Agenda.Entry before1970 = new Agenda.Entry(-5, Root.of(ADA));
        Agenda.Entry entry = new Agenda.Entry(100, Root.of(ADA));
        Agenda.Entry other = new Agenda.Entry(100, Root.of(BOB));
        List.of(before1970, entry, other).forEach(agenda::put);

        assertThat(agenda.due(-10, 100, 9)).containsExactly(before1970);
        assertThat(agenda.due(-10, 101, 9)).startsWith(before1970).contains(entry, other);
        assertThat(agenda.due(0, 101, 9)).containsExactlyInAnyOrder(entry, other);
        assertThat(agenda.due(100, 101, 1)).hasSize(1);
        assertThat(agenda.due(101, 101, 9)).isEmpty();
        agenda.remove(entry);
        assertThat(agenda.due(0, 101, 9)).containsExactly(other);
    }

    @Test
    void marks_survive_and_are_taken_once() {
        ChangedClusters changed = new ChangedClusters(agenda);
        changed.add(Root.of(ADA), Cause.EVENT);
        changed.add(Root.of(ADA), Cause.EVENT);
        changed.add(Root.of(BOB), Cause.IMPORT);

        ChangedClusters afterRestart = new ChangedClusters(agenda);
        assertThat(afterRestart.size()).isEqualTo(2);
        assertThat(afterRestart.take().root()).isEqualTo(Root.of(ADA));
        assertThat(afterRestart.takeImported()).isEqualTo(Root.of(BOB));

        assertThat(new ChangedClusters(agenda).size()).isZero();
        assertThat(agenda.due(Long.MIN_VALUE, Long.MAX_VALUE, 9))
                .as("a mark is no entry")
                .isEmpty();
    }

    private Addition add(Event event) {
        return clusters.add(Root.of(ADA), ADA, event);
    }

    private static Event event(String source, String id, long revision, String segment) {
        return new Event.Operational(OperationalEvent.newBuilder()
                .setSource(source)
                .setEventId(id)
                .setRevision(revision)
                .setOccurredAt(Instant.ofEpochMilli(-segment.charAt(0)))
                .setIdentifiers(List.of(ADA))
                .setAttributes(Map.of("segment", segment))
                .setOperation(Operation.OTHER)
                .build());
    }
}
