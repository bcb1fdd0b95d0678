package io.journeystream.local.analyze;

import io.journeystream.local.tally.Board;
import io.journeystream.local.tally.Tally;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.Table;
import java.util.List;

/** What a run found, per journey type; measures over matured journeys. */
final class JourneyTable {
    private final Board board;
    private final String currency;

    JourneyTable(Board board, String currency) {
        this.board = board;
        this.currency = currency;
    }

    List<String> lines() {
        Table table = new Table(
                "journey type",
                "journeys",
                "matured",
                "FCR",
                "containment",
                "switches",
                "cost " + currency,
                "switch cost",
                "effort");
        for (String type : board.types()) {
            row(table, type, board.matured(type), board.provisional(type));
        }
        table.line();
        row(table, "all", board.matured(), board.provisional());
        return table.lines();
    }

    private static void row(Table table, String name, Tally matured, Tally provisional) {
        table.row(
                name,
                Figures.count(matured.journeys() + provisional.journeys()),
                Figures.count(matured.journeys()),
                Figures.percent(matured.fcrByJourney()),
                Figures.percent(matured.containmentVerified()),
                Figures.count(matured.forced() + matured.voluntary() + matured.concurrent()),
                Figures.money(matured.cost()),
                Figures.money(matured.switchCost()),
                Figures.decimal(matured.effortMean()));
    }
}
