package io.journeystream.local.demo;

import io.journeystream.local.simulator.TrueFigures;
import io.journeystream.local.tally.Board;
import io.journeystream.local.tally.MatchRate;
import io.journeystream.local.tally.Tally;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.Table;
import io.journeystream.streams.ledger.LedgerView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The demo's figures as lines of text. */
final class DemoView {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String currency;

    DemoView(String currency) {
        this.currency = currency;
    }

    /** How far the simulation is. */
    String time(Instant simulated, Duration running, long sent) {
        double seconds = Math.max(0.001, running.toMillis() / 1000.0);
        return String.format(
                Locale.ROOT,
                "simulated time %s   running %d s   %,d events sent, %,.0f/s",
                MINUTE.format(simulated),
                running.toSeconds(),
                sent,
                sent / seconds);
    }

    /** The four measures by type: matured journeys first, those that still move beside them. */
    List<String> journeys(Board board) {
        Table table = new Table(
                "journey type",
                "matured",
                "FCR",
                "contained",
                "effort",
                "switch cost",
                "cost " + currency,
                "|",
                "moving",
                "FCR",
                "contained",
                "effort",
                "switch cost");
        for (String type : board.types()) {
            row(table, type, board.matured(type), board.provisional(type));
        }
        table.line();
        row(table, "all", board.matured(), board.provisional());
        return table.lines();
    }

    private static void row(Table table, String name, Tally matured, Tally moving) {
        table.row(
                name,
                Figures.count(matured.journeys()),
                Figures.percent(matured.fcrByJourney()),
                Figures.percent(matured.containmentVerified()),
                Figures.decimal(matured.effortMean()),
                Figures.decimal(matured.switchCostMean()),
                Figures.decimal(matured.costMean()),
                "|",
                Figures.count(moving.journeys()),
                Figures.percent(moving.fcrByJourney()),
                Figures.percent(moving.containmentVerified()),
                Figures.decimal(moving.effortMean()),
                Figures.decimal(moving.switchCostMean()));
    }

    /** Every event accounted for. */
    String ledger(LedgerView ledger, long rejectedAtEdge) {
        return String.format(
                Locale.ROOT,
                "ledger: %,d events received %s %,d processed + %,d duplicates + %,d rejected%s; %,d more rejected at the edge",
                ledger.received(),
                ledger.isBalancedOnTheWay() ? "=" : "<>",
                ledger.processed(),
                ledger.duplicates(),
                ledger.rejected(),
                elsewhere(ledger),
                rejectedAtEdge);
    }

    private static String elsewhere(LedgerView ledger) {
        return unlessNone(" + %,d between partitions", ledger.onTheWay())
                + unlessNone(" + %,d kept aside of imports", ledger.keptAside())
                + unlessNone(" + %,d given up", ledger.discarded());
    }

    private static String unlessNone(String words, long count) {
        return count == 0 ? "" : String.format(Locale.ROOT, words, count);
    }

    /** What was found beside what the simulator knows to have happened. */
    List<String> comparison(Tally found, TrueFigures truth) {
        return new Table("ended journeys", "happened", "found")
                .row("journeys", Figures.count(truth.issues()), Figures.count(found.journeys()))
                .row("contacts", Figures.count(truth.contacts()), Figures.count(found.contacts()))
                .row("resolved", Figures.count(truth.settled()), Figures.count(found.resolved()))
                .row(
                        "first-contact resolution",
                        Figures.percent(share(truth.settledAtFirst(), truth.issues())),
                        Figures.percent(found.fcrByJourney()))
                .row(
                        "containment, verified",
                        Figures.percent(share(truth.contained(), truth.selfServiceEntries())),
                        Figures.percent(found.containmentVerified()))
                .lines();
    }

    /** How many contacts are of customers that more than a device is known of. */
    String matchRate(MatchRate matched) {
        return String.format(
                Locale.ROOT,
                "match rate: %s of %,d contacts have a customer with account, crm, e-mail or phone",
                Figures.percent(matched.share()),
                matched.contacts());
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
