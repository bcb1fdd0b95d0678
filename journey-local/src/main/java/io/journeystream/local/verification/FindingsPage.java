package io.journeystream.local.verification;

import io.journeystream.local.view.Figures;
import io.journeystream.local.view.Table;
import io.journeystream.serve.verification.Difference;
import io.journeystream.serve.verification.Difference.Kind;
import io.journeystream.serve.verification.Findings;
import io.journeystream.serve.verification.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a verification has found, for a person to read. */
public final class FindingsPage {
    private FindingsPage() {}

    /**
     * The lines of the page.
     *
     * @param most differences that are shown; all are counted
     */
    public static List<String> lines(Findings findings, int most) {
        List<String> lines = new ArrayList<>();
        lines.add(Figures.count(findings.events()) + " events of " + Figures.count(findings.customers())
                + " customers, computed at once and compared with what is published");
        lines.add("");
        Table table = new Table("", "compared", "different", "missing", "unexpected");
        findings.compared()
                .forEach((subject, compared) -> table.row(
                        subject.toString(),
                        Figures.count(compared),
                        count(findings, subject, Kind.DIFFERENT),
                        count(findings, subject, Kind.MISSING),
                        count(findings, subject, Kind.UNEXPECTED)));
        lines.addAll(table.lines());
        lines.add("");
        findings.differences().stream().limit(most).forEach(difference -> lines.addAll(lines(difference)));
        if (findings.differences().size() > most) {
            lines.add("... and " + Figures.count(findings.differences().size() - most) + " more (--differences)");
        }
        if (findings.moving() > 0) {
            lines.add(Figures.count(findings.moving()) + " left out: journeys changed while this was reading");
        }
        if (findings.otherDefinitions() > 0) {
            lines.add(Figures.count(findings.otherDefinitions())
                    + " journeys carry another version than that of these definitions: what a change of definitions leaves"
                    + " as it is, is not published again");
        }
        lines.add(
                findings.isClean()
                        ? "all of it is published as the events say"
                        : "NOT as the events say: "
                                + Figures.count(findings.differences().size()) + " differ");
        return lines;
    }

    private static String count(Findings findings, Subject subject, Kind kind) {
        return Figures.count(findings.count(subject, kind));
    }

    private static List<String> lines(Difference difference) {
        List<String> lines = new ArrayList<>();
        lines.add(difference.kind().name().toLowerCase(Locale.ROOT) + ": "
                + difference.subject().topic() + " " + difference.key());
        difference.details().forEach(detail -> lines.add("  " + detail));
        return lines;
    }
}
