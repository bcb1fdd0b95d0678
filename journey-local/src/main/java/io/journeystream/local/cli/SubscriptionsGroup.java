package io.journeystream.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./journey subscriptions}: who hears of which alerts. */
@Command(
        name = "subscriptions",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Keeps who hears of which alerts and where, and what nobody is to hear of for a while."
                    + " docs/subscriptions.md says what a file may say.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey subscriptions put billing-chat.yaml --config journey.properties",
            "  ./journey subscriptions list --team billing --config journey.properties",
            "  ./journey subscriptions remove billing-chat --team billing --config journey.properties"
        })
final class SubscriptionsGroup implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
