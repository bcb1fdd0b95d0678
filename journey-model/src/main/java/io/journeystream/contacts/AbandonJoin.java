package io.journeystream.contacts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a contact that was given up and the next try on the same channel together (docs/semantics.md, section 4). */
final class AbandonJoin {
    private final long withinMillis;
    private final List<Attempt> inbound;
    private final boolean[] taken;

    /** Inbound attempts of one customer, in order. */
    AbandonJoin(long withinMillis, List<Attempt> inbound) {
        this.withinMillis = withinMillis;
        this.inbound = inbound;
        this.taken = new boolean[inbound.size()];
    }

    /** The contacts that remain, in the same order. */
    List<Contact> join() {
        List<Contact> contacts = new ArrayList<>(inbound.size());
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                contacts.add(new Contact(chainFrom(i)));
            }
        }
        return contacts;
    }

    private List<Attempt> chainFrom(int first) {
        Attempt last = inbound.get(first);
        List<Attempt> chain = new ArrayList<>(1);
        chain.add(last);
        String intent = last.intent();
        int next = retry(last, first + 1);
        while (next >= 0 && !differ(intent, inbound.get(next).intent())) {
            taken[next] = true;
            last = inbound.get(next);
            chain.add(last);
            intent = last.intent() != null ? last.intent() : intent;
            next = retry(last, next + 1);
        }
        return chain;
    }

    /** Position of the first later attempt on the same channel, if this one was given up and that begins in time; else -1. */
    private int retry(Attempt givenUp, int from) {
        long latest = givenUp.abandoned() ? givenUp.end() + withinMillis : Long.MIN_VALUE;
        for (int i = from; i < taken.length && inbound.get(i).start() <= latest; i++) {
            Attempt later = inbound.get(i);
            if (!taken[i]
                    && later.start() >= givenUp.end()
                    && later.firstChannel().equals(givenUp.firstChannel())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean differ(@Nullable String intent, @Nullable String later) {
        return intent != null && later != null && !intent.equals(later);
    }
}
