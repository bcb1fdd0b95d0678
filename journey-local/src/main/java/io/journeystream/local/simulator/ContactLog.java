package io.journeystream.local.simulator;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a system notes of one contact, event by event, while its time passes. */
final class ContactLog {
    private static final Set<String> SELF_SERVICE = Set.of("web", "app", "bot", "ivr");

    private final Dossier dossier;
    private final Source source;
    private final String contactId;
    private final boolean anonymous;
    private Instant now;
    private String channel = "web";
    private @Nullable String agent;
    private @Nullable Double sentiment;
    private int events;

    ContactLog(Dossier dossier, Source source, String contactId, boolean anonymous, Instant start) {
        this.dossier = dossier;
        this.source = source;
        this.contactId = contactId;
        this.anonymous = anonymous;
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

    private void write(Action action, @Nullable Long durationMillis) {
        events++;
        dossier.add(new Event.Channel(new ChannelEvent(
                source.label(),
                contactId + "/" + events,
                0L,
                now,
                (long) events,
                dossier.identifiers(source, anonymous),
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
