package io.journeystream.serve.http;

import io.journeystream.definitions.yaml.Mistake;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import io.journeystream.serve.alerts.subscriptions.Entry;
import io.journeystream.serve.alerts.subscriptions.EntryFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A subscription or silence that somebody sends. */
final class SubscriptionBody {
    private SubscriptionBody() {}

    /** @throws Refusal 400 that lists every mistake with line and column, or if it is called otherwise than its path */
    static Entry read(String content, String id, AlertAccess alerts) {
        EntryFile.Read read = EntryFile.read("the body", content, alerts.target(), Instant.EPOCH);
        Entry entry = read.entry();
        if (entry == null) {
            throw mistaken(read.mistakes());
        }
        if (!entry.id().equals(id)) {
            throw new Refusal(Problem.of(
                    400, "Bad Request", "the body is called " + entry.id() + ", and is sent to the place of " + id));
        }
        return entry;
    }

    private static Refusal mistaken(List<Mistake> mistakes) {
        String detail = mistakes.stream().map(Mistake::toString).collect(Collectors.joining("; "));
        List<Map<String, Object>> places =
                mistakes.stream().map(SubscriptionBody::placed).toList();
        return new Refusal(Problem.of(400, "Bad Request", detail).with("mistakes", places));
    }

    private static Map<String, Object> placed(Mistake mistake) {
        Map<String, Object> placed = new LinkedHashMap<>();
        placed.put("line", mistake.line());
        placed.put("column", mistake.column());
        placed.put("message", mistake.message());
        return placed;
    }
}
