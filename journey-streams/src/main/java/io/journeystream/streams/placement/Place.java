package io.journeystream.streams.placement;

import io.journeystream.events.Identifier;
import io.journeystream.streams.clusters.Decrees;
import io.journeystream.streams.records.Decree;
import io.journeystream.streams.records.PlaceRecord;
import io.journeystream.topics.Addresses;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the partition of an identifier knows of it: where its cluster lies, and whether it names anybody. */
final class Place {
    private @Nullable Identifier pointer;
    private boolean hub;
    private @Nullable Decree decree;
    private long version;
    private @Nullable Long erasedUntil;
    private Set<Long> neighbours = new HashSet<>();

    static Place of(PlaceRecord record) {
        Place place = new Place();
        place.pointer = Names.identifierOrNull(record.getPointer());
        place.hub = record.getHub();
        place.decree = record.getDecree();
        place.version = record.getVersion();
        place.erasedUntil = record.getErasedUntil();
        place.neighbours = Hashes.decode(record.getNeighbours());
        return place;
    }

    PlaceRecord record() {
        return PlaceRecord.newBuilder()
                .setPointer(Names.ofNullable(pointer))
                .setHub(hub)
                .setDecree(decree)
                .setVersion(version)
                .setErasedUntil(erasedUntil)
                .setNeighbours(Hashes.encode(neighbours))
                .build();
    }

    /** Where its cluster lies, or who knows; null if it is the root of its own. */
    @Nullable
    Identifier pointer() {
        return pointer;
    }

    /** Where to look for its cluster: at its pointer, or at itself. */
    Identifier root(Identifier self) {
        return pointer == null ? self : pointer;
    }

    /** Keeps no more of the root's name than its hash. */
    void point(Identifier root) {
        pointer = Addresses.of(root);
    }

    /** How often it was blocked or unblocked. */
    long version() {
        return version;
    }

    /** Whether it names nobody: what a person has said goes before what was counted. */
    boolean blocked() {
        return decree == null ? hub : decree.getHolds();
    }

    /** Until when it was erased, epoch milliseconds; null if never. */
    @Nullable
    Long erasedUntil() {
        return erasedUntil;
    }

    /** Whether it names nobody in an event of that time, because whom it named was erased. */
    boolean erased(long occurredAt) {
        return erasedUntil != null && occurredAt <= erasedUntil;
    }

    /** The customer whom it named was erased; whether that says something new. */
    boolean erase(long until) {
        boolean news = !erased(until);
        if (news) {
            erasedUntil = until;
        }
        return news;
    }

    /** Whether clusters that have it must hear of it. */
    boolean isTold() {
        return version > 0 || erasedUntil != null;
    }

    /** It was seen with others; whether that makes it a hub, which it then stays. */
    boolean see(Set<Long> others, int hubLimit) {
        if (hub) {
            return false;
        }
        for (Long other : others) {
            if (neighbours.size() <= hubLimit) {
                neighbours.add(other);
            }
        }
        hub = neighbours.size() > hubLimit;
        if (hub) {
            neighbours.clear();
        }
        return hub;
    }

    /** Whether all of these are counted already. */
    boolean knows(Set<Long> others) {
        return hub || neighbours.containsAll(others);
    }

    /** What a person says; whether it holds, for an earlier word than one that is known says nothing. */
    boolean decree(Decree said) {
        if (decree == null || Decrees.LATEST.compare(said, decree) > 0) {
            decree = said;
        }
        return decree.equals(said);
    }

    /** It is blocked now and was not, or the other way round. */
    void changed() {
        version++;
    }
}
