package io.journeystream.local.cli;

import io.journeystream.local.Failure;
import io.journeystream.local.services.AlertTargets;
import io.journeystream.local.services.AlertWork;
import io.journeystream.local.view.Console;
import io.journeystream.serve.alerts.subscriptions.Entry;
import io.journeystream.serve.alerts.subscriptions.EntryFile;
import io.journeystream.serve.alerts.subscriptions.Ownership;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey alerts silence}: nobody is told for a while. */
@Command(
        name = "silence",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Keeps alerts quiet from now on for a while: of those that the team owns nobody is told, of others only the team"
                    + " is not. What still fires at the end is told then. Ends early with ./journey subscriptions remove."
                    + " Windows that come back each week are written in a file: docs/subscriptions.md.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it holds",
            "1:failed, and nothing has changed unless it says so; it says why and what to do",
            "2:wrong usage"
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./journey alerts silence --team billing --type billing --for 2h \\",
            "      --why \"the bot is being moved\" --config journey.properties"
        })
final class AlertsSilenceCommand implements Callable<Integer> {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Console console;

    @Option(names = "--team", paramLabel = "TEAM", required = true, description = "The team whose silence it is.")
    private String team = "";

    @Option(names = "--type", paramLabel = "TYPE", split = ",", description = "Alerts about journeys of this type.")
    private Set<String> types = new LinkedHashSet<>();

    @Option(names = "--rule", paramLabel = "NAME", split = ",", description = "Alerts of this rule.")
    private Set<String> rules = new LinkedHashSet<>();

    @Option(
            names = "--label",
            paramLabel = "NAME=VALUE",
            description = "Alerts with this label; without type, rule and label all alerts.")
    private Map<String, String> labels = new LinkedHashMap<>();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            required = true,
            converter = TimeSpan.class,
            description = "For how long, such as 30m, 2h or 1d.")
    private Duration lasting = Duration.ZERO;

    @Option(names = "--why", paramLabel = "SENTENCE", required = true, description = "For others to read.")
    private String why = "";

    @Option(names = "--id", paramLabel = "ID", description = "Its name; without it one is made of team and time.")
    private @Nullable String id;

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks for it; without it the user here.")
    private @Nullable String by;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    AlertsSilenceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Instant from = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);
        SilenceText text = new SilenceText(
                id == null ? team + "-" + from.toString().replaceAll("[^0-9]", "") : id,
                team,
                types,
                rules,
                labels,
                from,
                from.plus(lasting),
                why);
        Entry silence = read(text.yaml());
        AlertWork work = new AlertWork(connection.read(), CLOCK);
        String who = by == null ? System.getProperty("user.name", "unknown") : by;
        TeamOptions.refuse(silence.id(), work.desk().put(silence, new Ownership(Set.of(team)), who));
        TypeWarnings.tell(console, "the silence", types, work.definitions().definitions());
        console.out()
                .println("silent until " + from.plus(lasting) + "; to end it before: ./journey subscriptions remove "
                        + silence.id());
        console.out().flush();
        return ExitCodes.DONE;
    }

    private static Entry read(String yaml) {
        EntryFile.Read read = EntryFile.read("the silence", yaml, AlertTargets::check, Instant.EPOCH);
        Entry entry = read.entry();
        if (entry == null) {
            throw new Failure(
                    "there cannot be such a silence",
                    read.mistakes().stream().map(mistake -> mistake.message()).toList());
        }
        return entry;
    }
}
