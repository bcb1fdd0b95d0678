package io.journeystream.local.identity;

import io.journeystream.identity.Explanation;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.local.view.TextTable;
import io.journeystream.serve.identity.Names;
import io.journeystream.serve.identity.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An explanation for people. */
public final class VerdictPage {
    private VerdictPage() {}

    /** The lines. */
    public static List<String> lines(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        String both = Names.of(verdict.one()) + " and " + Names.of(verdict.other());
        Explanation explanation = verdict.explanation();
        if (explanation instanceof Explanation.OneCustomer one) {
            together(lines, both, one, verdict);
        } else if (explanation instanceof Explanation.KeptApart apart) {
            lines.add(both + " are two customers, although evidence connects them");
            customers(lines, verdict);
            lines.add("");
            indented(lines, EvidenceTable.lines(apart.chain(), apart.conflicts()));
        } else if (explanation instanceof Explanation.Blocked) {
            verdict.blocked().forEach(block -> lines.add(Sentences.of(block)));
        } else {
            lines.add("no evidence that counts connects " + both);
            customers(lines, verdict);
        }
        IdentityCommand withdrawal = verdict.withdrawal();
        if (withdrawal != null) {
            lines.add(Sentences.of(withdrawal));
        }
        return lines;
    }

    private static void together(List<String> lines, String both, Explanation.OneCustomer one, Verdict verdict) {
        if (one.chain().isEmpty()) {
            lines.add("they are the same identifier");
            customers(lines, verdict);
        } else {
            lines.add(both + " are one customer, " + customer(verdict.customerOfOne()));
            indented(lines, EvidenceTable.lines(one.chain(), List.of()));
        }
    }

    private static void customers(List<String> lines, Verdict verdict) {
        TextTable table = new TextTable("identifier", "customer")
                .row(Names.of(verdict.one()), customer(verdict.customerOfOne()))
                .row(Names.of(verdict.other()), customer(verdict.customerOfOther()));
        indented(lines, table.lines(null));
    }

    private static String customer(@Nullable String customerId) {
        return customerId == null ? "names nobody" : customerId;
    }

    private static void indented(List<String> lines, List<String> table) {
        table.forEach(line -> lines.add("  " + line));
    }
}
