package io.journeystream.contacts;

import java.util.ArrayList;
import java.util.List;

/** Puts a contact that was given up and the next try on the same channel together (docs/semantics.md, section 4). */
final class AbandonJoin {
    private final long withinMillis;

    AbandonJoin(long withinMillis) {
        this.withinMillis = withinMillis;
    }

    /** The contacts that remain, in the same order. */
    List<Contact> join(List<Attempt> inbound) {
        List<Contact> contacts = new ArrayList<>(inbound.size());
        boolean[] taken = new boolean[inbound.size()];
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                contacts.add(chainFrom(i, inbound, taken));
            }
        }
        return contacts;
    }

    private Contact chainFrom(int first, List<Attempt> inbound, boolean[] taken) {
        Contact contact = new Contact(List.of(inbound.get(first)));
        int next = first;
        while (contact.isAbandoned()) {
            next = retry(contact, next + 1, inbound, taken);
            if (next < 0 || intentsDiffer(contact, inbound.get(next))) {
                break;
            }
            taken[next] = true;
            List<Attempt> longer = new ArrayList<>(contact.attempts());
            longer.add(inbound.get(next));
            contact = new Contact(longer);
        }
        return contact;
    }

    /** Position of the first later attempt on the same channel, if it begins in time; else -1. */
    private int retry(Contact contact, int from, List<Attempt> inbound, boolean[] taken) {
        long end = contact.end();
        String channel = channel(contact.attempts().get(0));
        for (int i = from; i < taken.length && inbound.get(i).start() <= end + withinMillis; i++) {
            Attempt later = inbound.get(i);
            if (!taken[i] && later.start() >= end && channel(later).equals(channel)) {
                return i;
            }
        }
        return -1;
    }

    private static String channel(Attempt attempt) {
        return attempt.legs().get(0).channel().name();
    }

    private static boolean intentsDiffer(Contact contact, Attempt later) {
        String intent = contact.intent();
        return intent != null && later.intent() != null && !intent.equals(later.intent());
    }
}
