package io.journeystream.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.Instrument;
import io.journeystream.events.Operation;
import io.journeystream.journeys.ComputedJourney;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyContact;
import io.journeystream.journeys.Journeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** What happened to some customers, told in their words, and the journeys that the rules make of it. */
public final class Story {
    private final Definitions definitions;
    private final List<Supplier<List<Event>>> told = new ArrayList<>();
    private Instant watermark = Instant.MIN;
    private int contacts;
    private int events;

    private Story(Definitions definitions) {
        this.definitions = definitions;
    }

    public static Story told() {
        return under(Definitions.STANDARD);
    }

    public static Story under(Definitions definitions) {
        return new Story(definitions);
    }

    /** A contact on a channel, of which nothing has happened yet. */
    public ContactStory contact(String customer, String channel, Instant start) {
        ContactStory contact = new ContactStory(customer, channel, "contact-" + ++contacts, start, this::nextEventId);
        told.add(contact::events);
        return contact;
    }

    /** A phone call that an employee takes at once and that lasts four minutes. */
    public ContactStory call(String customer, Instant start) {
        return contact(customer, "phone", start)
                .connected()
                .after(Times.minutes(4))
                .ended();
    }

    /** A phone call that nobody takes in a minute. */
    public ContactStory abandonedCall(String customer, Instant start) {
        return contact(customer, "phone", start)
                .queued()
                .after(Times.minutes(1))
                .abandoned();
    }

    /** A visit of the web site of two minutes of which nobody knows whether it helped. */
    public ContactStory web(String customer, Instant start) {
        return contact(customer, "web", start).started().after(Times.minutes(2)).ended();
    }

    /** An operational event. */
    public OperationStory operation(String customer, Operation operation, Instant at) {
        OperationStory story = new OperationStory(customer, operation, nextEventId(), at);
        told.add(story::events);
        return story;
    }

    /** A survey answer. */
    public SurveyStory survey(String customer, Instrument instrument, Instant at) {
        SurveyStory story = new SurveyStory(customer, instrument, nextEventId(), at);
        told.add(story::events);
        return story;
    }

    private String nextEventId() {
        return "event-" + ++events;
    }

    /** Time passes until so long after the beginning. */
    public Story tick(Duration sinceBeginning) {
        return tick(Times.at(sinceBeginning));
    }

    public Story tick(Instant now) {
        watermark = now;
        return this;
    }

    public List<Event> events() {
        return told.stream().flatMap(part -> part.get().stream()).toList();
    }

    /** Without a tick, the watermark is the latest event. */
    public long watermark() {
        return watermark(events());
    }

    private long watermark(List<Event> events) {
        long latest = events.stream().mapToLong(Event::occurredAt).max().orElseThrow();
        return watermark.equals(Instant.MIN) ? latest : watermark.toEpochMilli();
    }

    public List<ComputedJourney> computed() {
        List<Event> events = events();
        return new Journeys(definitions).of(events, watermark(events));
    }

    /** Its journeys, in the order in which they began. */
    public List<Journey> journeys() {
        return computed().stream()
                .map(ComputedJourney::journey)
                .sorted(Comparator.comparing(Journey::getStartedAt))
                .toList();
    }

    /** The only journey, which there must be. */
    public Journey only() {
        assertThat(journeys()).hasSize(1);
        return journeys().get(0);
    }

    /** The only contact of the only journey. */
    public JourneyContact onlyContact() {
        assertThat(only().getContacts()).hasSize(1);
        return only().getContacts().get(0);
    }

    static List<Identifier> accountOf(String customer) {
        return List.of(new Identifier("account", customer));
    }
}
