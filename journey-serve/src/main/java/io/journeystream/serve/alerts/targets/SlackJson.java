package io.journeystream.serve.alerts.targets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.serve.alerts.wording.AlertText;
import io.journeystream.serve.alerts.wording.NoticeText;
import io.journeystream.serve.alerts.wording.OneLine;

/**
 * A notice as Slack shows it, within its limits: 50 blocks, 10 fields each. Nothing of an alert becomes a link or calls
 * anybody.
 */
final class SlackJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ALERTS = 8;
    private static final int LONGEST_HEADER = 150;
    private static final int SHORT_TITLE = 100;
    private static final int LONGEST_TEXT = 2_500;
    private static final int LONGEST_VALUE = 1_500;

    private SlackJson() {}

    static ObjectNode of(Notice notice) {
        NoticeText text = NoticeText.of(notice.alerts(), notice.isTest()).atMost(MOST_ALERTS);
        ObjectNode json = JSON.objectNode();
        json.put("text", escaped(text.title()));
        ArrayNode blocks = json.putArray("blocks");
        blocks.addObject()
                .put("type", "header")
                .putObject("text")
                .put("type", "plain_text")
                .put("text", OneLine.of(text.title(), LONGEST_HEADER))
                .put("emoji", false);
        text.alerts().forEach(alert -> add(blocks, alert, text.alerts().size() > 1));
        if (text.leftOut() > 0) {
            section(blocks).set("text", mrkdwn("and " + text.leftOut() + " more"));
        }
        return json;
    }

    private static void add(ArrayNode blocks, AlertText alert, boolean withTitle) {
        if (withTitle) {
            blocks.addObject().put("type", "divider");
        }
        String sentence = escaped(alert.sentence(), LONGEST_TEXT);
        section(blocks)
                .set(
                        "text",
                        mrkdwn(
                                withTitle
                                        ? "*" + escaped(OneLine.of(alert.title(), SHORT_TITLE)) + "*\n" + sentence
                                        : sentence));
        ArrayNode fields = section(blocks).putArray("fields");
        alert.facts()
                .forEach(fact -> fields.add(mrkdwn("*" + fact.name() + "*\n" + escaped(fact.value(), LONGEST_VALUE))));
        if (!alert.drivers().isEmpty()) {
            context(blocks, "*Moved most by*\n" + escaped(String.join("\n", alert.drivers()), LONGEST_TEXT));
        }
        if (!alert.examples().isEmpty()) {
            context(blocks, "*Example journeys*\n" + escaped(String.join("\n", alert.examples()), LONGEST_TEXT));
        }
    }

    private static ObjectNode section(ArrayNode blocks) {
        return blocks.addObject().put("type", "section");
    }

    private static void context(ArrayNode blocks, String text) {
        blocks.addObject().put("type", "context").putArray("elements").add(mrkdwn(text));
    }

    /** Verbatim: Slack makes no links of what looks like some. */
    private static ObjectNode mrkdwn(String text) {
        return JSON.objectNode().put("type", "mrkdwn").put("text", text).put("verbatim", true);
    }

    /** Cut until it is short enough with all its escapes. */
    private static String escaped(String text, int most) {
        String escaped = escaped(text);
        return escaped.length() <= most
                ? escaped
                : escaped(
                        text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, text.length()) * 3 / 4)),
                        most);
    }

    /** As Slack says; without these no link and no mention can be written. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
