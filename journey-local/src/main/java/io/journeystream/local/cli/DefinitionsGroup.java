package io.journeystream.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./journey definitions}: what holds, how to change it, and what a change would give. */
@Command(
        name = "definitions",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Shows the definitions that hold, changes them while streams is at work, and tries others on what Kafka has"
                    + " kept, without publishing anything. docs/definitions.md says what journeys.yaml may say.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey definitions show --config journey.properties",
            "  ./journey definitions try journeys-new.yaml --since 30d --config journey.properties",
            "  ./journey definitions publish journeys-new.yaml --config journey.properties"
        })
final class DefinitionsGroup implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
