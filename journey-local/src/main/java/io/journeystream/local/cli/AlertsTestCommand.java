package io.journeystream.local.cli;

import io.journeystream.alerts.AlertRules;
import io.journeystream.alerts.RuleTest;
import io.journeystream.alerts.RuleTests;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.local.Failure;
import io.journeystream.local.view.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./journey alerts test}: rules on hours that a person makes up. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {"Runs tests of alert rules: hours of health in, expected alerts out. Needs no Kafka.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every rule fires when it should, and only then",
            "1:the files cannot be read, or have mistakes; all are told",
            "2:wrong usage",
            "4:a rule fires otherwise, and is told"
        })
final class AlertsTestCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "RULES", description = "journeys.yaml, with its alerts.")
    private @Nullable Path rules;

    @Parameters(index = "1", paramLabel = "TESTS", description = "The tests; docs/alerts.md says how to write them.")
    private @Nullable Path tests;

    AlertsTestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        WrittenDefinitions written = DefinitionsOption.read(Objects.requireNonNull(rules));
        List<RuleTest> all = tests(Objects.requireNonNull(tests), written);
        List<RuleTest.Result> results =
                all.stream().map(test -> test.run(written.definitions())).toList();
        results.forEach(result -> console.out().println((result.isPassed() ? "ok      " : "FAILED  ") + result.told()));
        long failed = results.stream().filter(result -> !result.isPassed()).count();
        console.out().println(results.size() - failed + " passed, " + failed + " failed");
        console.out().flush();
        return failed == 0 ? ExitCodes.DONE : ExitCodes.DIFFERENT;
    }

    private static List<RuleTest> tests(Path file, WrittenDefinitions written) throws IOException {
        if (!Files.exists(file)) {
            throw new Failure(file + " does not exist");
        }
        RuleTests.Read read = RuleTests.read(file.toString(), Files.readAllBytes(file), AlertRules.of(written));
        if (!read.mistakes().isEmpty()) {
            throw DefinitionsOption.failure(file, read.mistakes());
        }
        return read.tests();
    }
}
