package io.journeystream.serve.alerts.subscriptions;

import io.journeystream.alerts.Severity;
import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which alerts are meant: {@code hear:} of a subscription, {@code match:} of a silence. */
final class HearingReader {
    static final Map<String, Severity> SEVERITIES =
            Map.of("info", Severity.INFO, "warning", Severity.WARNING, "critical", Severity.CRITICAL);

    private HearingReader() {}

    static Hearing read(Section section) {
        Hearing hearing = new Hearing(
                names(section.get("teams")),
                names(section.get("types")),
                severities(section.get("severities")),
                names(section.get("rules")),
                section.get("labels").section().each(label -> label.text("")));
        section.finish();
        return hearing;
    }

    private static Set<String> names(Value value) {
        return new LinkedHashSet<>(value.texts(List.of()));
    }

    private static Set<Severity> severities(Value value) {
        if (value.isList()) {
            Set<Severity> listed = EnumSet.noneOf(Severity.class);
            value.items().forEach(item -> listed.add(item.oneOf(SEVERITIES, Severity.WARNING)));
            return listed;
        }
        Section section = value.section();
        Severity least = section.get("min").oneOf(SEVERITIES, Severity.INFO);
        section.finish();
        return least == Severity.INFO ? Set.of() : atLeast(least);
    }

    private static Set<Severity> atLeast(Severity least) {
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        Arrays.stream(Severity.values())
                .filter(severity -> severity.compareTo(least) >= 0)
                .forEach(severities::add);
        return severities;
    }
}
