package io.journeystream.local.erasure;

import io.journeystream.local.view.Figures;
import io.journeystream.local.view.TextTable;
import io.journeystream.serve.erasure.Receipt;
import io.journeystream.serve.identity.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A receipt, and what a search has found, for people. */
public final class ErasurePage {
    private ErasurePage() {}

    /** What was done. */
    public static List<String> done(Receipt receipt, String customerId, Path file) {
        List<String> lines = new ArrayList<>();
        lines.add(customerId + " is erased: what occurred up to "
                + Names.time(receipt.until().toEpochMilli()) + " UTC");
        lines.add("  identifiers  " + Figures.count(receipt.names().hashes().size()));
        lines.add("  events       " + Figures.count(receipt.done().events()) + " deleted");
        lines.add("  journeys     " + Figures.count(receipt.done().journeys()) + " published as ERASED");
        lines.add("");
        lines.add("What Kafka still holds can only leave by the rules of its topics:");
        TextTable table = new TextTable("topic", "rule");
        receipt.topics().stream()
                .filter(care -> !RecordNames.NAMELESS.contains(care.topic()))
                .forEach(care -> table.row(care.topic(), care.rule()));
        table.lines(null).forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.add("receipt      " + file);
        lines.add("search it    ./journey identity verify-erasure " + file);
        return lines;
    }

    /** What was found. */
    public static List<String> found(Receipt receipt, List<TopicTrace> traces) {
        List<String> lines = new ArrayList<>();
        lines.add("the receipt is as it was written: "
                + Figures.count(receipt.names().hashes().size()) + " identifiers, erased up to "
                + Names.time(receipt.until().toEpochMilli()) + " UTC");
        lines.add("");
        TextTable table = new TextTable("place", "read", "live", "history", "unreadable", "");
        for (TopicTrace trace : traces) {
            table.row(
                    trace.care().topic(),
                    Figures.count(trace.read()),
                    Figures.count(trace.live()),
                    Figures.count(trace.history()),
                    Figures.count(trace.unreadable()),
                    RecordNames.NAMELESS.contains(trace.care().topic())
                            ? "holds hashes and times only"
                            : trace.sentence());
        }
        table.lines(null).forEach(line -> lines.add(line.stripTrailing()));
        return lines;
    }
}
