package io.journeystream.local.identity;

import io.journeystream.events.Event;
import io.journeystream.journeys.Journey;
import io.journeystream.local.view.TextTable;
import io.journeystream.serve.identity.JourneyReasons;
import io.journeystream.serve.identity.JourneyReasons.Item;
import io.journeystream.serve.identity.Names;
import java.util.ArrayList;
import java.util.List;

/** Why each event is in a journey, for people. */
public final class JourneyReasonsPage {
    private JourneyReasonsPage() {}

    /** The lines. */
    public static List<String> lines(JourneyReasons reasons) {
        List<String> lines = new ArrayList<>();
        Journey journey = reasons.journey();
        lines.add("journey      " + journey.getJourneyId() + ", " + journey.getType() + ", " + journey.getStatus());
        lines.add("customer     " + journey.getCustomerId() + ", named by "
                + Names.of(reasons.customer().strongest()));
        lines.add("");
        items(reasons.items()).forEach(lines::add);
        reasons.chains().forEach((name, chain) -> {
            lines.add("");
            lines.add("why " + Names.of(name) + " is "
                    + Names.of(reasons.customer().strongest()));
            EvidenceTable.lines(chain, List.of()).forEach(line -> lines.add("  " + line));
        });
        return lines;
    }

    private static List<String> items(List<Item> items) {
        TextTable table = new TextTable("when (UTC)", "event", "what", "names the customer by");
        for (Item item : items) {
            Event event = item.event();
            table.row(
                    Names.time(event.occurredAt()),
                    event.source() + "/" + event.eventId(),
                    what(event),
                    Names.of(item.name()));
        }
        return table.lines(null);
    }

    private static String what(Event event) {
        if (event instanceof Event.Channel channel) {
            return channel.avro().getChannel() + " " + channel.avro().getAction() + ", contact "
                    + channel.avro().getContactId();
        }
        return event instanceof Event.Operational operational
                ? operational.avro().getOperation().name()
                : ((Event.Voc) event).avro().getInstrument().name();
    }
}
