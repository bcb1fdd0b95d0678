package io.journeystream.local.identity;

import io.journeystream.events.Event;
import io.journeystream.identity.Conflict;
import io.journeystream.identity.Customer;
import io.journeystream.identity.Evidence;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.TextTable;
import io.journeystream.serve.identity.Names;
import io.journeystream.serve.identity.Portrait;
import java.util.ArrayList;
import java.util.List;

/** A customer for people. */
public final class PortraitPage {
    private static final String NAME = "%-13s";

    private final List<String> lines = new ArrayList<>();

    private PortraitPage() {}

    /** The lines. */
    public static List<String> lines(Portrait portrait) {
        PortraitPage page = new PortraitPage();
        page.head(portrait);
        page.identifiers(portrait);
        page.evidence(portrait.evidence());
        page.conflicts(portrait.conflicts());
        page.sentences("blocked", portrait.blocked().stream().map(Sentences::of).toList());
        page.sentences(
                "laid down", portrait.commands().stream().map(Sentences::of).toList());
        return page.lines;
    }

    private void head(Portrait portrait) {
        Customer customer = portrait.customer();
        if (portrait.asBlocked() != null) {
            lines.add(Sentences.of(portrait.asBlocked()));
        }
        if (portrait.erasedUntil() != null) {
            lines.add(Names.of(portrait.asked()) + " was erased with the customer whom it named: what occurred up to "
                    + Names.time(portrait.erasedUntil()) + " UTC is gone");
        }
        if (customer == null) {
            lines.add(Names.of(portrait.asked()) + " names nobody"
                    + (portrait.asBlocked() == null && portrait.erasedUntil() == null
                            ? ": no event that counts belongs to it"
                            : ""));
        } else {
            add("customer", customer.customerId());
            add("named by", Names.of(customer.strongest()));
            add("events", Figures.count(customer.events().size()) + ", " + span(customer.events()));
        }
    }

    private static String span(List<Event> events) {
        long first = events.stream().mapToLong(Event::occurredAt).min().orElseThrow();
        long last = events.stream().mapToLong(Event::occurredAt).max().orElseThrow();
        return Names.time(first) + " to " + Names.time(last) + " UTC";
    }

    private void add(String name, String value) {
        lines.add(NAME.formatted(name) + value);
    }

    private void identifiers(Portrait portrait) {
        if (!portrait.since().isEmpty()) {
            TextTable table = new TextTable("identifier", "since (UTC)");
            portrait.since().forEach(each -> table.row(Names.of(each.getKey()), Names.time(each.getValue())));
            section("identifiers", table.lines(null));
        }
    }

    private void evidence(List<Evidence> evidence) {
        if (!evidence.isEmpty()) {
            section("evidence", EvidenceTable.lines(evidence, List.of()));
        }
    }

    private void conflicts(List<Conflict> conflicts) {
        if (!conflicts.isEmpty()) {
            section(
                    "conflicts: seen together, yet not one customer",
                    EvidenceTable.lines(
                            conflicts.stream().map(Conflict::evidence).toList(), conflicts));
        }
    }

    private void sentences(String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            section(title, sentences);
        }
    }

    private void section(String title, List<String> content) {
        lines.add("");
        lines.add(title);
        content.forEach(line -> lines.add("  " + line));
    }
}
