package io.journeystream.serve.alerts.targets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Notices to an Alertmanager, and as from one. */
final class AlertmanagerJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NOT_ENDED = "0001-01-01T00:00:00Z";
    private static final List<String> GROUPED_BY = List.of("alertname", "type", "team");

    /**
     * How long an alert stands there unless we say that it is over, or that it still fires. We say nothing in between, so
     * the few minutes after which Alertmanager thinks so by itself would be wrong.
     */
    private static final Duration STANDS = Duration.ofDays(7);

    private static final Duration TEST_STANDS = Duration.ofMinutes(5);

    private AlertmanagerJson() {}

    /** What {@code POST /api/v2/alerts} takes. */
    static ArrayNode alerts(Notice notice) {
        ArrayNode json = JSON.arrayNode();
        for (Alert alert : notice.alerts()) {
            ObjectNode one = json.addObject();
            put(one.putObject("labels"), AlertLabels.of(alert, notice.isTest()));
            put(one.putObject("annotations"), AlertLabels.annotations(alert, notice.isTest()));
            Instant end = end(alert, notice);
            one.put("startsAt", earlier(start(alert), end).toString());
            one.put("endsAt", end.toString());
        }
        return json;
    }

    /** What is over must have ended by Alertmanager's clock too: event time may be ahead of it. */
    private static Instant end(Alert alert, Notice notice) {
        return alert.getStatus() == AlertStatus.RESOLVED
                ? earlier(Objects.requireNonNullElse(alert.getResolvedAt(), alert.getAskedAt()), notice.at())
                : notice.at().plus(notice.isTest() ? TEST_STANDS : STANDS);
    }

    private static Instant start(Alert alert) {
        return Objects.requireNonNullElse(alert.getFiredAt(), alert.getSince());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** What Alertmanager sends to webhooks, version 4. */
    static ObjectNode webhook(Notice notice) {
        List<Map<String, String>> labels = notice.alerts().stream()
                .map(alert -> AlertLabels.of(alert, notice.isTest()))
                .toList();
        List<Map<String, String>> annotations = notice.alerts().stream()
                .map(alert -> AlertLabels.annotations(alert, notice.isTest()))
                .toList();
        Map<String, String> common = common(labels);
        Map<String, String> group = new TreeMap<>(common);
        group.keySet().retainAll(GROUPED_BY);
        boolean isOver = notice.alerts().stream().allMatch(alert -> alert.getStatus() == AlertStatus.RESOLVED);
        ObjectNode json = JSON.objectNode();
        json.put("version", "4");
        json.put("groupKey", groupKey(notice, group));
        json.put("truncatedAlerts", 0);
        json.put("status", isOver ? "resolved" : "firing");
        json.put("receiver", notice.subscription());
        put(json.putObject("groupLabels"), group);
        put(json.putObject("commonLabels"), common);
        put(json.putObject("commonAnnotations"), common(annotations));
        json.put("externalURL", "");
        ArrayNode alerts = json.putArray("alerts");
        for (int i = 0; i < notice.alerts().size(); i++) {
            alerts.add(received(notice.alerts().get(i), labels.get(i), annotations.get(i)));
        }
        return json;
    }

    /** The same for the same subscription and group, whether it fires or is over. */
    private static String groupKey(Notice notice, Map<String, String> group) {
        return group.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                .collect(Collectors.joining(", ", "{}/{subscription=\"" + notice.subscription() + "\"}:{", "}"));
    }

    private static ObjectNode received(Alert alert, Map<String, String> labels, Map<String, String> annotations) {
        ObjectNode json = JSON.objectNode();
        json.put("status", NoticeJson.status(alert));
        put(json.putObject("labels"), labels);
        put(json.putObject("annotations"), annotations);
        json.put("startsAt", start(alert).toString());
        Instant end = alert.getResolvedAt();
        json.put("endsAt", end == null ? NOT_ENDED : end.toString());
        json.put("generatorURL", "");
        json.put("fingerprint", alert.getFingerprint());
        return json;
    }

    /** What all of them have. */
    private static Map<String, String> common(List<Map<String, String>> all) {
        Map<String, String> common = new TreeMap<>(all.get(0));
        all.forEach(each -> common.entrySet().retainAll(each.entrySet()));
        return common;
    }

    private static void put(ObjectNode json, Map<String, String> texts) {
        texts.forEach(json::put);
    }
}
