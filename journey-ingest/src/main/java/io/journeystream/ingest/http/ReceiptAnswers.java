package io.journeystream.ingest.http;

import io.javalin.http.Context;
import io.journeystream.ingest.intake.Malformed;
import io.journeystream.ingest.intake.Receipt;
import io.journeystream.runtime.http.Answers;
import io.journeystream.runtime.http.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receipts as answers. */
final class ReceiptAnswers {
    private static final int SOON = 1;
    private static final int LATER = 5;

    /** All are kept as rejects; a client that sends thousands of mistakes learns nothing from the rest of them. */
    private static final int MOST_LISTED = 1_000;

    private ReceiptAnswers() {}

    static void write(Context context, Receipt receipt) {
        if (receipt instanceof Receipt.Kept kept) {
            kept(context, kept);
        } else {
            Answers.problem(context, problem(receipt));
        }
    }

    private static void kept(Context context, Receipt.Kept kept) {
        int rejected = kept.refused().size();
        if (rejected == 0) {
            Answers.json(context, 202, Map.of("accepted", kept.accepted()));
        } else if (kept.accepted() > 0) {
            Answers.json(context, 207, refusals(kept));
        } else {
            Answers.problem(context, allRefused(kept, rejected));
        }
    }

    private static Problem allRefused(Receipt.Kept kept, int rejected) {
        Problem problem = Problem.of(
                422,
                "No Valid Event",
                rejected == 1
                        ? kept.refused().get(0).message()
                        : "none of the " + rejected + " items is a valid event; items says why");
        for (Map.Entry<String, Object> member : refusals(kept).entrySet()) {
            problem = problem.with(member.getKey(), member.getValue());
        }
        return problem;
    }

    private static Map<String, Object> refusals(Receipt.Kept kept) {
        int rejected = kept.refused().size();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("accepted", kept.accepted());
        members.put("rejected", rejected);
        members.put("items", items(kept.refused()));
        if (rejected > MOST_LISTED) {
            members.put("itemsOmitted", rejected - MOST_LISTED);
        }
        return members;
    }

    private static List<Map<String, Object>> items(List<Receipt.Refused> refused) {
        return refused.stream().limit(MOST_LISTED).map(ReceiptAnswers::item).toList();
    }

    private static Map<String, Object> item(Receipt.Refused refused) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("index", refused.index());
        item.put("reason", refused.reason().name());
        putIfPresent(item, "pointer", refused.pointer());
        item.put("message", refused.message());
        putIfPresent(item, "source", refused.source());
        putIfPresent(item, "eventId", refused.eventId());
        return item;
    }

    private static void putIfPresent(Map<String, Object> item, String name, @Nullable String value) {
        if (value != null) {
            item.put(name, value);
        }
    }

    private static Problem problem(Receipt receipt) {
        if (receipt instanceof Receipt.Unreadable unreadable) {
            return malformed(unreadable.why());
        }
        if (receipt instanceof Receipt.Forbidden forbidden) {
            return Problem.of(
                            403,
                            "Forbidden",
                            "the API key must not write events of source \"" + forbidden.source() + "\", as item "
                                    + forbidden.index() + " is; nothing of this request was kept")
                    .with("index", forbidden.index());
        }
        if (receipt instanceof Receipt.TooMany tooMany) {
            return Problem.of(
                            413,
                            "Content Too Large",
                            "a request has at most " + tooMany.limit() + " items; nothing of this request was kept")
                    .with("limit", tooMany.limit());
        }
        return later(receipt);
    }

    private static Problem malformed(Malformed why) {
        return Problem.of(
                        400, "Malformed JSON", "line " + why.line() + ", column " + why.column() + ": " + why.message())
                .with("line", why.line())
                .with("column", why.column());
    }

    private static Problem later(Receipt receipt) {
        if (receipt instanceof Receipt.Away away) {
            return Problem.of(503, "Unavailable", away.reason() + "; nothing of this request was kept, send it again")
                    .retryAfter(LATER);
        }
        if (receipt instanceof Receipt.Unsure unsure) {
            return Problem.of(
                            503,
                            "Not Acknowledged",
                            unsure.reason() + "; this request may or may not have been kept. Sending it again is safe:"
                                    + " what comes twice is dropped by source and eventId")
                    .retryAfter(LATER);
        }
        return Problem.of(
                        429,
                        "Too Many Requests",
                        "Kafka takes in less than is sent; nothing of this request was kept, send it again")
                .retryAfter(SOON);
    }
}
