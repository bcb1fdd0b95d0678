package io.journeystream.stories;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it goes on: each action happens at the time that {@link #after} has led to. Source, name, parent and
 * direction hold for the whole contact; intent, references and attributes from where they are said, and before that
 * where nothing else was said.
 */
public final class ContactStory extends Facts<ContactStory> {
    private final String customer;
    private final Supplier<String> eventIds;
    private final List<Supplier<ChannelEvent>> events = new ArrayList<>();
    private String contactId;
    private String channel;
    private Instant now;
    private Direction direction = Direction.INBOUND;
    private @Nullable String parent;
    private @Nullable String agent;
    private @Nullable Double sentiment;

    ContactStory(String customer, String channel, String contactId, Instant start, Supplier<String> eventIds) {
        this.customer = customer;
        this.channel = channel;
        this.contactId = contactId;
        this.now = start;
        this.eventIds = eventIds;
    }

    @Override
    ContactStory self() {
        return this;
    }

    public ContactStory named(String itsContactId) {
        contactId = itsContactId;
        return this;
    }

    public ContactStory partOf(String parentContactId) {
        parent = parentContactId;
        return this;
    }

    public ContactStory outbound() {
        direction = Direction.OUTBOUND;
        return this;
    }

    public ContactStory after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** On another channel from here on. */
    public ContactStory on(String itsChannel) {
        channel = itsChannel;
        return this;
    }

    /** With this employee from here on. */
    public ContactStory with(@Nullable String agentId) {
        agent = agentId;
        return this;
    }

    /** In this mood from here on. */
    public ContactStory feeling(double itsSentiment) {
        sentiment = itsSentiment;
        return this;
    }

    public ContactStory does(Action action) {
        return does(action, null);
    }

    /** An action whose length the source knows. */
    public ContactStory does(Action action, @Nullable Duration length) {
        ChannelEvent.Builder event = ChannelEvent.newBuilder()
                .setEventId(eventIds.get())
                .setOccurredAt(now)
                .setSequence(sequence)
                .setIdentifiers(Story.accountOf(customer))
                .setChannel(channel)
                .setAction(action)
                .setDurationMillis(length == null ? null : length.toMillis())
                .setAgentId(agent)
                .setSentiment(sentiment);
        String itsIntent = intent;
        Map<String, String> itsReferences = Map.copyOf(references);
        Map<String, String> itsAttributes = Map.copyOf(attributes);
        events.add(() -> event.setSource(source)
                .setIntent(itsIntent != null ? itsIntent : intent)
                .setReferences(completed(itsReferences, references))
                .setAttributes(completed(itsAttributes, attributes))
                .setContactId(contactId)
                .setParentContactId(parent)
                .setDirection(direction)
                .build());
        return this;
    }

    private static Map<String, String> completed(Map<String, String> known, Map<String, String> saidLater) {
        Map<String, String> all = new TreeMap<>(saidLater);
        all.putAll(known);
        return all;
    }

    public ContactStory started() {
        return does(Action.STARTED);
    }

    public ContactStory queued() {
        return does(Action.QUEUED);
    }

    public ContactStory connected() {
        return does(Action.CONNECTED);
    }

    public ContactStory connected(Duration length) {
        return does(Action.CONNECTED, length);
    }

    public ContactStory held() {
        return does(Action.HELD);
    }

    public ContactStory handedOff() {
        return does(Action.HANDED_OFF);
    }

    public ContactStory goalReached() {
        return does(Action.GOAL_REACHED);
    }

    public ContactStory confirmed() {
        return does(Action.CONFIRMED);
    }

    public ContactStory abandoned() {
        return does(Action.ABANDONED);
    }

    public ContactStory ended() {
        return does(Action.ENDED);
    }

    List<Event> events() {
        return events.stream().map(Supplier::get).<Event>map(Event.Channel::new).toList();
    }
}
