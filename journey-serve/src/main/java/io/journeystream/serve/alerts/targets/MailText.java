package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.wording.AlertText;
import io.journeystream.serve.alerts.wording.Fact;
import io.journeystream.serve.alerts.wording.NoticeText;
import java.util.List;

/** A notice as a mail shows it: plain, and in HTML in which nothing of an alert is markup. */
final class MailText {
    private static final int MOST_ALERTS = 20;

    private MailText() {}

    /** With as many alerts as somebody reads in a mail. */
    static NoticeText of(Notice notice) {
        return NoticeText.of(notice.alerts(), notice.isTest()).atMost(MOST_ALERTS);
    }

    static String plain(NoticeText notice) {
        StringBuilder text = new StringBuilder();
        for (AlertText alert : notice.alerts()) {
            text.append(alert.title()).append("\n\n").append(alert.sentence()).append("\n\n");
            alert.facts().forEach(fact -> line(text, fact.name() + ": " + fact.value()));
            list(text, "Moved most by", alert.drivers());
            list(text, "Example journeys", alert.examples());
            line(text, "");
        }
        if (notice.leftOut() > 0) {
            line(text, more(notice));
        }
        return text.toString();
    }

    private static void list(StringBuilder text, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            line(text, "");
            line(text, name + ":");
            lines.forEach(each -> line(text, "  " + each));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    static String html(NoticeText notice) {
        StringBuilder html = new StringBuilder("<!doctype html>\n<html><body style=\"font-family: sans-serif\">\n");
        for (AlertText alert : notice.alerts()) {
            line(html, "<h2>" + escaped(alert.title()) + "</h2>");
            line(html, "<p>" + escaped(alert.sentence()) + "</p>");
            line(html, "<table>");
            alert.facts().forEach(fact -> line(html, row(fact)));
            line(html, "</table>");
            htmlList(html, "Moved most by", alert.drivers());
            htmlList(html, "Example journeys", alert.examples());
        }
        if (notice.leftOut() > 0) {
            line(html, "<p>" + more(notice) + "</p>");
        }
        line(html, "</body></html>");
        return html.toString();
    }

    private static String row(Fact fact) {
        return "<tr><th align=\"left\">" + escaped(fact.name()) + "</th><td>" + escaped(fact.value()) + "</td></tr>";
    }

    private static void htmlList(StringBuilder html, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            line(html, "<p><b>" + name + "</b></p>");
            line(html, "<ul>");
            lines.forEach(each -> line(html, "<li>" + escaped(each) + "</li>"));
            line(html, "</ul>");
        }
    }

    private static String more(NoticeText notice) {
        return "and " + notice.leftOut() + " more";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
