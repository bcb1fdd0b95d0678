package io.journeystream.serve.http;

import io.journeystream.alerts.WrittenSubscription;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a team has written down, as JSON. */
final class SubscriptionJson {
    private SubscriptionJson() {}

    static Map<String, Object> of(WrittenSubscription written) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", written.getId());
        json.put("kind", written.getKind().name().toLowerCase(Locale.ROOT));
        json.put("team", written.getTeam());
        json.put("content", written.getContent());
        json.put("writtenAt", written.getWrittenAt().toEpochMilli());
        json.put("writtenBy", written.getWrittenBy());
        return json;
    }
}
