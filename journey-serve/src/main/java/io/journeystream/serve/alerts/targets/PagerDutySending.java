package io.journeystream.serve.alerts.targets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.serve.alerts.targets.Target.PagerDuty;
import io.journeystream.serve.alerts.wording.AlertText;
import io.journeystream.serve.alerts.wording.Fact;
import io.journeystream.serve.alerts.wording.OneLine;
import java.net.URI;
import java.util.Objects;

/**
 * Opens and closes incidents by PagerDuty's Events API v2, an event for each alert. PagerDuty tells by the key of an
 * event that it has it already, so all are sent again if one of them failed.
 */
record PagerDutySending(PagerDuty target, Web web, SecretReader secrets) implements Sending {
    private static final int LONGEST_SUMMARY = 1_024;

    @Override
    public Sent send(Notice notice, Attempt attempt) throws NotSent {
        URI uri = secrets.read(target.url());
        String key = secrets.read(target.routingKey());
        Sent worst = new Sent.Accepted();
        for (Alert alert : notice.alerts()) {
            Sent sent = web.post(
                    Post.to(target.url(), uri, event(key, alert, notice)).hiding(key), attempt);
            if (sent instanceof Sent.Failed) {
                return sent;
            }
            worst = sent instanceof Sent.Refused ? sent : worst;
        }
        return worst;
    }

    static ObjectNode event(String key, Alert alert, Notice notice) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("routing_key", key);
        event.put("event_action", alert.getStatus() == AlertStatus.RESOLVED ? "resolve" : "trigger");
        event.put("dedup_key", (notice.isTest() ? "test-" : "") + alert.getFingerprint());
        event.put("client", "Journeystream");
        event.set("payload", payload(alert, notice.isTest()));
        return event;
    }

    private static ObjectNode payload(Alert alert, boolean isTest) {
        AlertText text = AlertText.of(alert);
        String summary = (isTest ? "Test: " : "") + text.title() + ": " + text.sentence();
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("summary", OneLine.of(summary, LONGEST_SUMMARY));
        payload.put("source", "Journeystream");
        payload.put("severity", NoticeJson.word(alert.getSeverity()));
        payload.put(
                "timestamp",
                Objects.requireNonNullElse(alert.getFiredAt(), alert.getSince()).toString());
        String component = alert.getType().isEmpty() ? alert.getDimension() + " " + alert.getValue() : alert.getType();
        payload.put("component", component);
        payload.put("group", Objects.requireNonNullElse(alert.getTeam(), component));
        payload.put("class", alert.getRule());
        ObjectNode details = payload.putObject("custom_details");
        for (Fact fact : text.facts()) {
            details.put(fact.name(), fact.value());
        }
        text.drivers().forEach(details.putArray("Moved most by")::add);
        text.examples().forEach(details.putArray("Example journeys")::add);
        return payload;
    }
}
