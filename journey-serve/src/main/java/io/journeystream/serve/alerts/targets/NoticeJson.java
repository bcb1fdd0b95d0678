package io.journeystream.serve.alerts.targets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.alerts.Driver;
import io.journeystream.serve.alerts.wording.NoticeText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A notice for programs, in our own form; docs/targets.md describes it. The same notice is the same, byte by byte. */
final class NoticeJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private NoticeJson() {}

    static ObjectNode of(Notice notice) {
        NoticeText text = NoticeText.of(notice.alerts(), notice.isTest());
        ObjectNode json = JSON.objectNode();
        json.put("type", text.isOver() ? "alerts.resolved" : "alerts.firing");
        json.put("timestamp", notice.at().toString());
        ObjectNode data = json.putObject("data")
                .put("notice", notice.id())
                .put("subscription", notice.subscription())
                .put("test", notice.isTest())
                .put("title", text.title());
        ArrayNode alerts = data.putArray("alerts");
        notice.alerts().forEach(alert -> alerts.add(of(alert)));
        return json;
    }

    private static ObjectNode of(Alert alert) {
        ObjectNode json = JSON.objectNode();
        json.put("fingerprint", alert.getFingerprint())
                .put("rule", alert.getRule())
                .put("status", status(alert))
                .put("severity", word(alert.getSeverity()))
                .put("type", alert.getType())
                .put("team", alert.getTeam())
                .put("dimension", alert.getDimension())
                .put("value", alert.getValue());
        ObjectNode labels = json.putObject("labels");
        alert.getLabels().forEach(labels::put);
        json.put("metric", alert.getMetric())
                .put("measured", alert.getMeasured())
                .put("against", alert.getAgainst())
                .put("sample", alert.getSample());
        json.putObject("window")
                .put("from", alert.getWindowFrom().toString())
                .put("to", alert.getWindowTo().toString());
        json.put("since", alert.getSince().toString())
                .put("firedAt", time(alert.getFiredAt()))
                .put("resolvedAt", time(alert.getResolvedAt()))
                .put("correction", alert.getCorrection())
                .put("message", alert.getMessage());
        json.set("drivers", drivers(alert.getDrivers()));
        ArrayNode examples = json.putArray("examples");
        alert.getExamples().forEach(examples::add);
        return json;
    }

    private static ArrayNode drivers(List<Driver> drivers) {
        ArrayNode json = JSON.arrayNode();
        drivers.forEach(driver -> json.addObject()
                .put("dimension", driver.getDimension())
                .put("value", driver.getValue())
                .put("moved", driver.getMoved())
                .put("before", driver.getBefore())
                .put("measured", driver.getMeasured()));
        return json;
    }

    /** {@code firing} or {@code resolved}. */
    static String status(Alert alert) {
        return alert.getStatus() == AlertStatus.RESOLVED ? "resolved" : "firing";
    }

    /** In small letters. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
