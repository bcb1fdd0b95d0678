package io.journeystream.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The top level: says what there is. */
@Command(
        name = "journey",
        description = {
            "Turns the events of a customer-service organisation into journeys, and says of each how hard it was,"
                    + " whether self-service held, what switching channels cost, and whether the first contact solved it.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = HelpCommand.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done (rejected rows are announced, but do not fail a run)",
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage",
            "130:interrupted with Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey demo --for 30s",
            "  ./journey analyze calls.csv.gz --mapping calls.jsonata \\",
            "      --timezone Europe/Berlin --out results",
            "  ./journey topics create --config journey.properties",
            "  ./journey streams --config journey.properties",
            "  ./journey serve --config journey.properties",
            "  ./journey health --since 7d --config journey.properties",
            "  ./journey analyze --help"
        })
final class JourneyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
