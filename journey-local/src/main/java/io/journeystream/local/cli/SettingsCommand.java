package io.journeystream.local.cli;

import io.journeystream.local.services.AllSettings;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.configuration.Reference;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./journey settings}: what services can be told. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists every setting of the services: its key in properties files and for --set, its variable in the"
                    + " environment, its default and its meaning.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./journey settings", "  ./journey settings --markdown > docs/configuration.md"})
final class SettingsCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--markdown", description = "Prints the whole page of the documentation.")
    private boolean markdown;

    SettingsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (markdown) {
            console.out().print(AllSettings.page());
        } else {
            Reference.lines(AllSettings.CATALOGUE.settings()).forEach(console.out()::println);
            console.out().println("kafka.<property>");
            console.out()
                    .println(
                            "    Any property of Kafka's clients; kafka.producer.<property>, kafka.consumer.<property>,"
                                    + " kafka.admin.<property> and kafka.streams.<property> for one kind of them.");
        }
        console.out().flush();
        return ExitCodes.DONE;
    }
}
