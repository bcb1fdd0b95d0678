package io.journeystream.local.simulator;

import io.journeystream.events.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the system of one contact knows of the person at this moment, and how it comes to know more. */
final class Acquaintance {
    private final Encounters encounters;
    private final Person person;
    private final List<Identifier> traces;
    private final @Nullable Identifier borrowed;
    private boolean accountKnown;
    private boolean emailMentioned;

    /**
     * @param traces what the system sees without being told anything; at least one
     * @param borrowed the trace that is somebody else's; null if none is
     */
    Acquaintance(Encounters encounters, List<Identifier> traces, @Nullable Identifier borrowed) {
        this.encounters = encounters;
        this.person = encounters.person();
        this.traces = new ArrayList<>(traces);
        this.borrowed = borrowed;
        this.accountKnown = encounters.recognition().atOnce();
    }

    /** What an event that is written now carries. A mentioned e-mail address is in one event only. */
    List<Identifier> identifiers() {
        List<Identifier> known = new ArrayList<>();
        if (accountKnown && person.account() != null) {
            known.add(person.account());
        }
        if (emailMentioned) {
            known.add(person.email());
        }
        emailMentioned = false;
        known.addAll(traces);
        return encounters.written(known);
    }

    /** The person logs in: with the account, or with a code sent by e-mail. */
    void loggedIn(Instant now) {
        if (person.account() == null) {
            emailMentioned = !isCall();
        } else if (!accountKnown) {
            accountKnown = true;
            if (borrowed != null) {
                encounters.mistaken(person.account(), borrowed, now);
            }
        }
    }

    /** An employee asks who it is. */
    void askedByEmployee(Instant now) {
        if (encounters.dice().happens(encounters.recognition().identifiedByEmployee())) {
            loggedIn(now);
        }
    }

    /** The bot may ask for the e-mail address. */
    void askedByBot() {
        emailMentioned = !accountKnown
                && encounters.dice().happens(encounters.recognition().askedForEmail());
    }

    /** A visit goes on as a call: the person has left a number. */
    void calledBack() {
        if (!accountKnown && !isCall()) {
            traces.add(person.phone());
        }
    }

    /** With what the person logs in later, if this was a visit without a login that is followed by one; else empty. */
    List<Identifier> laterLogin() {
        Identifier first = traces.get(0);
        boolean follows = !accountKnown
                && person.account() != null
                && person.cookies().contains(first)
                && encounters.dice().happens(encounters.recognition().lateLogins());
        return follows ? encounters.written(List.of(person.account(), first)) : List.of();
    }

    private boolean isCall() {
        return traces.get(0).getType().equals("phone");
    }
}
