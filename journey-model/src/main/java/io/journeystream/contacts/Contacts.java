package io.journeystream.contacts;

import io.journeystream.contacts.Folded.Change;
import io.journeystream.definitions.Definitions;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Utf8Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One customer's channel events in, its contacts out (docs/semantics.md, section 4). Keeps what it has made of them, so
 * that more events cost what they change, not what there is; the order in which they are added does not show.
 */
public final class Contacts {
    private static final Comparator<Attempt> ORDER = Comparator.comparingLong(Attempt::start)
            .thenComparing(Attempt::source, Utf8Order::compare)
            .thenComparing(Attempt::contactId, Utf8Order::compare);

    private final long abandonJoin;
    private final Folded folded;

    /** All attempts in order. */
    private final List<Reach> attempts = new ArrayList<>();

    /** Nothing is known of the customer yet. */
    public Contacts(Definitions definitions) {
        this.abandonJoin = definitions.stitching().abandonJoin().toMillis();
        this.folded = new Folded(definitions);
    }

    /**
     * What more events have changed.
     *
     * @param since contacts that start before this are as they were, epoch milliseconds; {@link Long#MAX_VALUE} if all are
     * @param contacts all that start then or later, inbound ones joined, in no particular order
     */
    public record Changed(long since, List<Contact> contacts) {}

    /**
     * An attempt among those before it.
     *
     * @param until no attempt that starts later is joined to this or to one before it
     */
    private record Reach(Attempt attempt, long until) {
        long start() {
            return attempt.start();
        }
    }

    /** Takes in events that were not taken in before. */
    public Changed add(Collection<ChannelEvent> events) {
        if (events.isEmpty()) {
            return new Changed(Long.MAX_VALUE, List.of());
        }
        Change change = folded.add(events);
        long since = whereNothingReaches(Stream.concat(change.before().stream(), change.now().stream())
                .mapToLong(Attempt::start)
                .min()
                .orElse(Long.MAX_VALUE));
        List<Attempt> later = takeSince(since);
        later.removeAll(identical(change.before()));
        later.addAll(change.now());
        later.sort(ORDER);
        later.forEach(this::append);
        return new Changed(since, join(later));
    }

    /** The latest instant up to the given one that no attempt before it reaches. */
    private long whereNothingReaches(long from) {
        long since = from;
        for (int i = attempts.size() - 1; i >= 0; i--) {
            Reach before = attempts.get(i);
            if (before.start() < since && before.until() < since) {
                return since;
            }
            since = Math.min(since, before.start());
        }
        return since;
    }

    private List<Attempt> takeSince(long since) {
        int first = attempts.size();
        while (first > 0 && attempts.get(first - 1).start() >= since) {
            first--;
        }
        List<Reach> taken = attempts.subList(first, attempts.size());
        List<Attempt> later = new ArrayList<>(taken.stream().map(Reach::attempt).toList());
        taken.clear();
        return later;
    }

    private static Set<Attempt> identical(Collection<Attempt> attempts) {
        Set<Attempt> identical = Collections.newSetFromMap(new IdentityHashMap<>());
        identical.addAll(attempts);
        return identical;
    }

    private void append(Attempt attempt) {
        long before = attempts.isEmpty()
                ? Long.MIN_VALUE
                : attempts.get(attempts.size() - 1).until();
        boolean reaches = attempt.direction() == Direction.INBOUND && attempt.abandoned();
        attempts.add(new Reach(attempt, reaches ? Math.max(before, attempt.end() + abandonJoin) : before));
    }

    private List<Contact> join(List<Attempt> later) {
        List<Contact> contacts = new ArrayList<>(later.size());
        List<Attempt> inbound = new ArrayList<>(later.size());
        for (Attempt attempt : later) {
            if (attempt.direction() == Direction.INBOUND) {
                inbound.add(attempt);
            } else {
                contacts.add(new Contact(List.of(attempt)));
            }
        }
        contacts.addAll(new AbandonJoin(abandonJoin, inbound).join());
        return contacts;
    }
}
