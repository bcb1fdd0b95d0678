package io.journeystream.contacts;

import io.journeystream.definitions.Channel;
import io.journeystream.definitions.Definitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.journeys.Mode;
import java.util.ArrayList;
import java.util.List;

/** Cuts the ordered events of a contact into its legs. */
final class Legs {
    private final Definitions definitions;
    private final List<ChannelEvent> events;
    private final Lengths lengths;

    Legs(Definitions definitions, List<ChannelEvent> events, Lengths lengths) {
        this.definitions = definitions;
        this.events = events;
        this.lengths = lengths;
    }

    List<ContactLeg> cut() {
        List<ContactLeg> legs = new ArrayList<>(2);
        int from = 0;
        for (int i = 1; i <= events.size(); i++) {
            if (i == events.size()
                    || !events.get(i).getChannel().equals(events.get(from).getChannel())) {
                legs.add(leg(from, i));
                from = i;
            }
        }
        return legs;
    }

    private ContactLeg leg(int from, int to) {
        Channel channel = definitions.channel(events.get(from).getChannel());
        List<ChannelEvent> run = events.subList(from, to);
        long start = run.get(0).getOccurredAt().toEpochMilli();
        long end = ContactEvents.end(run);
        boolean served = served(channel, run);
        return new ContactLeg(channel, start, end, served, cost(channel, served, start, end, from, to));
    }

    private long cost(Channel channel, boolean served, long start, long end, int from, int to) {
        if (channel.mode() == Mode.SELF_SERVICE) {
            return Costs.micros(channel, end - start);
        }
        return served ? Costs.micros(channel, lengths.sum(Action.CONNECTED, from, to)) : 0;
    }

    private static boolean served(Channel channel, List<ChannelEvent> run) {
        if (channel.mode() == Mode.SELF_SERVICE) {
            return true;
        }
        for (ChannelEvent event : run) {
            boolean answered =
                    channel.asynchronous() && event.getAction() == Action.MESSAGE && event.getAgentId() != null;
            if (answered || event.getAction() == Action.CONNECTED) {
                return true;
            }
        }
        return false;
    }
}
