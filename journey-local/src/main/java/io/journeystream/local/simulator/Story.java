package io.journeystream.local.simulator;

import io.journeystream.events.Operation;
import io.journeystream.local.simulator.Issue.Containment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One concern from its first contact to its end: tries and hand-offs, hang-ups and call-backs, cases, deliveries and
 * surveys. Writes what the systems see into the dossier and gives back what really happened.
 */
final class Story {
    private static final int PATIENCE = 6;
    private static final double GIVES_UP = 0.06;
    private static final double FALSELY_SETTLED = 0.06;
    private static final double CALLS_BACK_SOON = 0.75;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(6);
    private static final Set<String> SELF_SERVICE = Set.of("web", "app", "bot", "ivr");

    private record Entry(String channel, double first, double again) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("web", 0.40, 0.10),
            new Entry("app", 0.20, 0.05),
            new Entry("bot", 0.22, 0.10),
            new Entry("ivr", 0.11, 0.50),
            new Entry("chat", 0.03, 0.15),
            new Entry("email", 0.04, 0.10));

    private final Dice dice;
    private final Dossier dossier;
    private final Contacts contacts;
    private final CaseFile file;
    private int counted;
    private boolean settled;
    private @Nullable Containment containment;
    private Instant now;

    Story(Dice dice, Dossier dossier, Instant start, @Nullable BotOutage botOutage) {
        this.dice = dice;
        this.dossier = dossier;
        this.contacts = new Contacts(dice, dossier, botOutage);
        this.file = new CaseFile(dice, dossier);
        this.now = start;
    }

    /** Plays it to the end. */
    Issue tell() {
        Instant begun = now;
        incident();
        Instant over = now;
        @Nullable String next = dice.pick(ENTRIES, Entry::first).channel();
        boolean callBack = false;
        for (int tries = 0; tries < PATIENCE && next != null; tries++) {
            Visit visit = contacts.on(next, now);
            over = visit.end();
            if (!callBack) {
                counted++;
            }
            if (tries == 0 && SELF_SERVICE.contains(next)) {
                containment = containment(visit);
            }
            next = afterwards(visit);
            callBack = next != null && joinsOnto(visit, next);
        }
        epilogue(over);
        return new Issue(dossier.concern().intent(), begun, counted, settled, containment, over);
    }

    private void incident() {
        if (dice.happens(dossier.concern().startsWithIncident())) {
            dossier.operation(Operation.INCIDENT_STARTED, now);
            now = now.plus(dice.minutes(5, 180));
        }
    }

    private static Containment containment(Visit visit) {
        if (visit.handedOff()) {
            return Containment.HANDED_OFF;
        }
        return visit.ending() == Ending.LEFT ? Containment.LEFT : Containment.CONTAINED;
    }

    /** Where the person turns next, at a time that {@code now} then is; null if it is over. */
    private @Nullable String afterwards(Visit visit) {
        if (visit.metAnEmployee()) {
            file.contacted(visit.end());
        }
        return switch (visit.ending()) {
            case SETTLED_BY_SELF_SERVICE -> afterSelfService(visit);
            case SETTLED_BY_EMPLOYEE -> afterEmployee(visit);
            case ABANDONED -> afterHangUp(visit);
            case LEFT -> again(visit.end().plus(dice.minutes(2, 400)));
            default -> dice.happens(GIVES_UP) ? null : again(visit.end().plus(pause()));
        };
    }

    private @Nullable String afterSelfService(Visit visit) {
        settled = !dice.happens(FALSELY_SETTLED);
        if (settled) {
            return null;
        }
        if (containment == Containment.CONTAINED) {
            containment = Containment.FALSELY_CONTAINED;
        }
        now = visit.end().plus(dice.hours(0.5, 20));
        return "ivr";
    }

    private @Nullable String afterEmployee(Visit visit) {
        settled = true;
        if (!file.isOpen()) {
            return null;
        }
        Instant done = file.resolve(visit.end());
        if (!file.provesUnsolved()) {
            return null;
        }
        settled = false;
        return again(done.plus(dice.hours(2, 60)));
    }

    private String afterHangUp(Visit visit) {
        boolean soon = dice.happens(CALLS_BACK_SOON);
        now = visit.end().plus(soon ? dice.minutes(1, 20) : dice.hours(1, 20));
        return visit.entry().equals("chat") ? "chat" : "ivr";
    }

    /** The pipeline counts a hang-up and the next try on the same channel as one contact, if it comes soon. */
    private boolean joinsOnto(Visit visit, String next) {
        return visit.ending() == Ending.ABANDONED
                && visit.entry().equals(next)
                && Duration.between(visit.end(), now).compareTo(Duration.ofMinutes(30)) <= 0;
    }

    private String again(Instant at) {
        now = at;
        return dice.pick(ENTRIES, Entry::again).channel();
    }

    private Duration pause() {
        Duration pause = dice.exponential(Duration.ofHours(30)).plusMinutes(20);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void epilogue(Instant over) {
        if (settled && dossier.concern().delivers()) {
            dossier.operation(Operation.GOAL_REACHED, over.plus(dice.hours(8, 72)));
        }
        new Survey(dice, dossier).ask(over, counted, settled);
    }
}
