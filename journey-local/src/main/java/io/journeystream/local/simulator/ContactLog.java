package io.journeystream.local.simulator;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a system notes of one contact, event by event, while its time passes. */
final class ContactLog {
    private static final Set<String> SELF_SERVICE = Set.of("web", "app", "bot", "ivr");

    private final Dossier dossier;
    private final Source source;
    private final String contactId;
    private final Acquaintance person;
    private Instant now;
    private String channel = "web";
    private @Nullable String agent;
    private @Nullable Double sentiment;
    private int events;

    ContactLog(Dossier dossier, Source source, String contactId, Acquaintance person, Instant start) {
        this.dossier = dossier;
        this.source = source;
        this.contactId = contactId;
        this.person = person;
        this.now = start;
    }

    Instant now() {
        return now;
    }

    String contactId() {
        return contactId;
    }

    ContactLog on(String nextChannel) {
        channel = nextChannel;
        return this;
    }

    void agent(@Nullable String agentId) {
        agent = agentId;
    }

    void sentiment(double fromMinusOneToOne) {
        sentiment = fromMinusOneToOne;
    }

    ContactLog passes(Duration time) {
        now = now.plus(time);
        return this;
    }

    ContactLog note(Action action) {
        write(action, null);
        return this;
    }

    /** Something that takes its time: noted with its length, then that time has passed. */
    ContactLog noteLasting(Action action, Duration length) {
        write(action, length.toMillis());
        return passes(length);
    }

    /** The person logs in, or proves by telephone who it is. */
    ContactLog authenticate() {
        person.loggedIn(now);
        return note(Action.AUTHENTICATED);
    }

    void employeeAsksWhoItIs() {
        person.askedByEmployee(now);
    }

    void botAsksWhoItIs() {
        person.askedByBot();
    }

    void callsBack() {
        person.calledBack();
    }

    /** With what the person logs in later; empty if not. */
    List<Identifier> laterLogin() {
        return person.laterLogin();
    }

    private void write(Action action, @Nullable Long durationMillis) {
        events++;
        dossier.add(new Event.Channel(new ChannelEvent(
                source.label(),
                contactId + "/" + events,
                0L,
                now,
                (long) events,
                person.identifiers(),
                dossier.references(),
                dossier.concern().intent(),
                dossier.attributes(),
                channel,
                contactId,
                null,
                Direction.INBOUND,
                action,
                durationMillis,
                SELF_SERVICE.contains(channel) ? null : agent,
                null,
                sentiment)));
        sentiment = null;
    }
}
