package io.journeystream.serve.http;

import io.journeystream.alerts.WrittenSubscription;
import io.journeystream.definitions.yaml.Section;
import io.journeystream.serve.alerts.delivery.Lines;
import io.journeystream.serve.alerts.delivery.TestNotice;
import io.journeystream.serve.alerts.subscriptions.Entries;
import io.journeystream.serve.alerts.targets.Sent;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How alerts reach people from here.
 *
 * @param target reads {@code to:} of a subscription, and reports its mistakes
 * @param lines where subscriptions are told
 * @param clock tells when a test is sent
 */
public record AlertAccess(Consumer<Section> target, Lines lines, Clock clock) {

    /**
     * Sends a test notice, and says what the target said.
     *
     * @return empty if what is kept is no subscription, or cannot be read
     */
    Optional<Map<String, Object>> test(WrittenSubscription kept) {
        return Entries.of(List.of(kept), target)
                .subscription(kept.getId())
                .map(subscription -> json(TestNotice.send(subscription, lines, clock.instant())));
    }

    private static Map<String, Object> json(Sent sent) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (sent instanceof Sent.Failed failed) {
            json.put("outcome", "failed");
            json.put("why", failed.why());
        } else if (sent instanceof Sent.Refused refused) {
            json.put("outcome", "refused");
            json.put("why", refused.why());
        } else {
            json.put("outcome", "accepted");
        }
        return json;
    }
}
