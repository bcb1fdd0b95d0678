package io.journeystream.local.simulator;

import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Carries events to the edge as systems do: with delay, some late, some twice, some corrected afterwards. */
final class Post {
    private static final double MUCH_TOO_LATE = 0.02;

    private final Dice dice;
    private final SimulatorSettings settings;

    Post(Dice dice, SimulatorSettings settings) {
        this.dice = dice;
        this.settings = settings;
    }

    List<Delivery> deliveries(List<Event> events) {
        List<Delivery> deliveries = new ArrayList<>(events.size() + 2);
        for (Event event : events) {
            Delivery first = new Delivery(arrival(event), event);
            deliveries.add(first);
            if (dice.happens(settings.duplicateShare())) {
                deliveries.add(new Delivery(first.arrivesAt().plus(dice.minutes(0.1, 360)), event));
            }
            if (event instanceof Event.Channel channel && dice.happens(settings.revisionShare())) {
                deliveries.add(new Delivery(first.arrivesAt().plus(dice.hours(0.1, 30)), corrected(channel)));
            }
        }
        return deliveries;
    }

    private Instant arrival(Event event) {
        Source source = Source.valueOf(event.source().toUpperCase(Locale.ROOT));
        Instant usual = Instant.ofEpochMilli(event.occurredAt()).plus(dice.exponential(source.usualDelay()));
        if (!dice.happens(settings.lateShare())) {
            return usual;
        }
        return usual.plus(dice.happens(MUCH_TOO_LATE) ? Duration.ofDays(9) : dice.hours(1, 48));
    }

    private static Event corrected(Event.Channel event) {
        Map<String, String> attributes = new TreeMap<>(event.attributes());
        attributes.put("reviewed", "yes");
        return new Event.Channel(ChannelEvent.newBuilder(event.avro())
                .setRevision(event.revision() + 1)
                .setAttributes(attributes)
                .build());
    }
}
