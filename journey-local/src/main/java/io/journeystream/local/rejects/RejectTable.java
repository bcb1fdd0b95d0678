package io.journeystream.local.rejects;

import io.journeystream.ingest.rejects.LatestRejects;
import io.journeystream.ingest.rejects.LatestRejects.Listed;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.TextTable;
import io.journeystream.rejects.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rejects for people: a line each, and how many there are of which reason. */
public final class RejectTable {
    private static final int UNTIL_SECONDS = 19;

    private RejectTable() {}

    /**
     * The lines.
     *
     * @param width of the terminal; messages are shortened to it. Null: nothing is shortened
     */
    public static List<String> lines(LatestRejects rejects, @Nullable Integer width) {
        List<String> lines = new ArrayList<>();
        if (rejects.total() > 0) {
            TextTable table = new TextTable("address", "when (UTC)", "stage", "reason", "event", "place", "message");
            rejects.listed().forEach(listed -> table.row(cells(listed)));
            lines.addAll(table.lines(width));
            lines.add("");
        }
        lines.add(total(rejects));
        return lines;
    }

    private static String[] cells(Listed listed) {
        Reject reject = listed.reject();
        String time = reject.getRejectedAt().toString();
        return new String[] {
            listed.address().toString(),
            time.substring(0, Math.min(UNTIL_SECONDS, time.length())).replace('T', ' '),
            reject.getStage().name(),
            reject.getReason().name(),
            event(reject),
            RejectPlace.of(reject),
            reject.getMessage()
        };
    }

    private static String event(Reject reject) {
        return reject.getSource() == null && reject.getEventId() == null
                ? "-"
                : Objects.requireNonNullElse(reject.getSource(), "?")
                        + "/"
                        + Objects.requireNonNullElse(reject.getEventId(), "?");
    }

    /** One line: how many there are, and of which reasons. */
    public static String total(LatestRejects rejects) {
        if (rejects.total() == 0) {
            return "no rejects";
        }
        String reasons = rejects.byReason().entrySet().stream()
                .map(entry -> entry.getKey() + " " + Figures.count(entry.getValue()))
                .collect(Collectors.joining(", "));
        int listed = rejects.listed().size();
        String shown = listed < rejects.total() ? ", the latest " + Figures.count(listed) + " are shown" : "";
        return Figures.count(rejects.total()) + (rejects.total() == 1 ? " reject" : " rejects") + shown + ": "
                + reasons;
    }
}
