package io.journeystream.serve.alerts.targets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.serve.alerts.wording.AlertText;
import io.journeystream.serve.alerts.wording.NoticeText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A notice as an Adaptive Card, which a workflow of Microsoft Teams posts. All text is in runs, which know no Markdown:
 * nothing of an alert becomes a link.
 */
final class TeamsJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ALERTS = 20;

    /** Teams takes 28 KB, its own additions included. */
    private static final int LARGEST = 24 * 1024;

    private TeamsJson() {}

    /** With as many alerts as fit. */
    static ObjectNode of(Notice notice) {
        NoticeText text = NoticeText.of(notice.alerts(), notice.isTest());
        int most = Math.min(MOST_ALERTS, text.alerts().size());
        ObjectNode message = message(text.atMost(most));
        while (most > 0 && size(message) > LARGEST) {
            most--;
            message = message(text.atMost(most));
        }
        return message;
    }

    static int size(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static ObjectNode message(NoticeText text) {
        ObjectNode message = JSON.objectNode();
        message.put("type", "message");
        message.put("summary", text.title());
        ObjectNode attachment = message.putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.putNull("contentUrl");
        ObjectNode card = attachment.putObject("content");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("fallbackText", text.title());
        card.putObject("msteams").put("width", "Full");
        ArrayNode body = card.putArray("body");
        heading(body, text.title(), text.isOver()).put("size", "Large");
        text.alerts().forEach(alert -> add(body, alert, text.alerts().size() > 1));
        if (text.leftOut() > 0) {
            run(block(body), "and " + text.leftOut() + " more");
        }
        return message;
    }

    private static void add(ArrayNode body, AlertText alert, boolean withTitle) {
        if (withTitle) {
            heading(body, alert.title(), alert.isOver());
        }
        run(block(body), alert.sentence());
        alert.facts().forEach(fact -> {
            ArrayNode runs = block(body);
            run(runs, fact.name() + ": ").put("weight", "Bolder");
            run(runs, fact.value());
        });
        list(body, "Moved most by", alert.drivers());
        list(body, "Example journeys", alert.examples());
    }

    private static void list(ArrayNode body, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            run(block(body), name).put("weight", "Bolder");
            lines.forEach(line -> run(block(body), line).put("isSubtle", true));
        }
    }

    private static ObjectNode heading(ArrayNode body, String title, boolean isOver) {
        return run(block(body), title).put("weight", "Bolder").put("color", isOver ? "Good" : "Attention");
    }

    private static ArrayNode block(ArrayNode body) {
        return body.addObject()
                .put("type", "RichTextBlock")
                .put("spacing", "Small")
                .putArray("inlines");
    }

    private static ObjectNode run(ArrayNode inlines, String text) {
        return inlines.addObject().put("type", "TextRun").put("text", text);
    }
}
