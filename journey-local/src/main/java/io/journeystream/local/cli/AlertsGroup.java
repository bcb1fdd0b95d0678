package io.journeystream.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./journey alerts}: rules before anybody is woken by them, what fires, and who is told. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Tests the alert rules of journeys.yaml: on hours that a person makes up, and on the health that Kafka has"
                    + " kept. Lists what fires, tells whoever has subscribed, and shows what became of that."
                    + " docs/alerts.md says what rules may say, docs/subscriptions.md who is told.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey alerts test journeys.yaml alerts-test.yaml",
            "  ./journey alerts backtest --since 30d --config journey.properties",
            "  ./journey alerts backtest --definitions journeys-new.yaml --rule bot-outage --config journey.properties",
            "  ./journey alerts list --config journey.properties",
            "  ./journey alerts deliver --config journey.properties",
            "  ./journey alerts send-test billing-chat --config journey.properties"
        })
final class AlertsGroup implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
