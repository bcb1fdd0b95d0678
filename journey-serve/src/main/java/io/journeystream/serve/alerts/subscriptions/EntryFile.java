package io.journeystream.serve.alerts.subscriptions;

import static io.journeystream.definitions.yaml.Span.NOT_NEGATIVE;

import io.journeystream.definitions.yaml.Mistake;
import io.journeystream.definitions.yaml.Mistakes;
import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import io.journeystream.definitions.yaml.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a team writes down about its alerts, as docs/subscriptions.md describes it. */
public final class EntryFile {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final String NAME_FORM = "1 to 100 letters, digits, '.', '_' and '-'";
    private static final Duration STANDARD_REPEAT = Duration.ofHours(4);
    private static final Duration LEAST_REPEAT = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final Map<String, Boolean> KINDS = Map.of("subscription", false, "silence", true);

    /** PagerDuty takes an event for each alert: one that fails is not to have the others sent again. */
    private static final String ONE_BY_ONE = "pagerduty";

    private final Consumer<Section> target;
    private final Instant since;

    private EntryFile(Consumer<Section> target, Instant since) {
        this.target = target;
        this.since = since;
    }

    /**
     * What came of reading.
     *
     * @param entry null if there are mistakes
     * @param mistakes all of them, in the order of the file
     */
    public record Read(@Nullable Entry entry, List<Mistake> mistakes) {
        public Read {
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * The entry in the content of a file.
     *
     * @param name of the file, for the places of mistakes
     * @param target reads {@code to:} of a subscription, and reports its mistakes
     * @param since when it was written
     */
    public static Read read(String name, String content, Consumer<Section> target, Instant since) {
        Mistakes mistakes = new Mistakes(name);
        Section file = YamlDocument.read(content.getBytes(StandardCharsets.UTF_8), mistakes)
                .section();
        Entry entry = new EntryFile(target, since).entry(file, content);
        file.finish();
        List<Mistake> found = mistakes.inOrder();
        return new Read(found.isEmpty() ? entry : null, found);
    }

    private Entry entry(Section file, String content) {
        String id = name(file, "id", "by which people speak of it");
        String team = name(file, "team", "the one that owns it");
        return file.get("kind").oneOf(KINDS, false)
                ? SilenceReader.read(file, id, team, content)
                : subscription(file, id, team, content);
    }

    private static String name(Section file, String key, String meaning) {
        Value value = file.get(key);
        if (!value.isGiven()) {
            file.mistake("needs " + (key.startsWith("i") ? "an " : "a ") + key + ", " + meaning);
            return "";
        }
        return value.read(
                text -> Optional.of(text).filter(name -> NAME.matcher(name).matches()), NAME_FORM, "");
    }

    private Subscription subscription(Section file, String id, String team, String content) {
        Section to = file.get("to").section();
        if (!file.get("to").isGiven()) {
            file.mistake("needs to:, where notices are sent");
        } else {
            target.accept(to);
        }
        return new Subscription(
                id,
                team,
                HearingReader.read(file.get("hear").section()),
                QuietHoursReader.read(file.get("quiet-hours")),
                repeat(file.get("repeat")),
                grouping(file.get("group").section(), to.get(ONE_BY_ONE).isGiven() ? 1 : Grouping.MOST),
                file.get("resolved").flag(true),
                content,
                since);
    }

    private static @Nullable Duration repeat(Value value) {
        if (value.read(text -> Optional.of(text.equals("never")), "never", false)) {
            return null;
        }
        Duration repeat = value.duration(STANDARD_REPEAT, NOT_NEGATIVE);
        if (repeat.compareTo(LEAST_REPEAT) < 0) {
            value.mistake("must be at least " + LEAST_REPEAT.toMinutes() + "m, or never, was " + repeat);
        }
        return repeat;
    }

    private static Grouping grouping(Section section, int most) {
        Set<String> by = new LinkedHashSet<>(section.get("by").texts(List.copyOf(Grouping.STANDARD.by())));
        for (Value item : section.get("by").items()) {
            String way = item.text("");
            if (!way.isEmpty() && !Grouping.WAYS.contains(way)) {
                by.remove(way);
                item.mistake("must be some of "
                        + String.join(", ", Grouping.WAYS.stream().sorted().toList()) + ", was " + way);
            }
        }
        Grouping grouping = new Grouping(
                by,
                pause(section.get("wait"), Grouping.STANDARD.pause()),
                pause(section.get("interval"), Grouping.STANDARD.interval()),
                most);
        section.finish();
        return grouping;
    }

    private static Duration pause(Value value, Duration standard) {
        Duration pause = value.duration(standard, NOT_NEGATIVE);
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            value.mistake("must be at most " + LONGEST_PAUSE.toDays() + "d, was " + pause);
        }
        return pause;
    }
}
