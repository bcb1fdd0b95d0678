package io.journeystream.local.cli;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A silence as a person would write it. */
record SilenceText(
        String id,
        String team,
        Set<String> types,
        Set<String> rules,
        Map<String, String> labels,
        Instant from,
        Instant until,
        String why) {

    String yaml() {
        return """
                kind: silence
                id: %s
                team: %s
                match:
                  types: %s
                  rules: %s
                  labels: %s
                from: %s
                until: %s
                why: %s
                """.formatted(
                        quoted(id), quoted(team), list(types), list(rules), mapping(labels), from, until, quoted(why));
    }

    private static String list(Collection<String> texts) {
        return texts.stream().map(SilenceText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String mapping(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(each -> quoted(each.getKey()) + ": " + quoted(each.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Between single quotes YAML reads everything as it stands, but a quote, and a line break. */
    private static String quoted(String text) {
        return "'" + text.replaceAll("\\R", " ").replace("'", "''") + "'";
    }
}
