package io.journeystream.local.cli;

import io.journeystream.local.logging.Logs;
import io.journeystream.local.view.Console;
import java.io.IOException;
import picocli.CommandLine;

/** What {@code ./journey} runs. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) throws IOException {
        Interruption interruption = Interruption.ofThisThread();
        Logs.temporary();
        int code = commandLine(StandardConsole.open()).execute(arguments);
        Logs.finish();
        interruption.finish(code);
    }

    /** The commands, writing to that console. */
    public static CommandLine commandLine(Console console) {
        CommandLine commandLine = new CommandLine(new JourneyCommand())
                .addSubcommand(new AnalyzeCommand(console))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new SimulateCommand(console))
                .addSubcommand(new LocalCommand(console))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(TopicsCommand.line(console))
                .addSubcommand(SchemasCommand.line(console))
                .addSubcommand(new IngestCommand())
                .addSubcommand(new StreamsCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new SettingsCommand(console))
                .addSubcommand(keys(console))
                .addSubcommand(rejects(console))
                .addSubcommand(identity(console))
                .addSubcommand(definitions(console))
                .addSubcommand(alerts(console))
                .addSubcommand(bi())
                .addSubcommand(subscriptions(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new HealthCommand(console))
                .addSubcommand(new FlowsCommand(console))
                .addSubcommand(new VerifyCommand(console))
                .addSubcommand(new SqlCommand(console))
                .addSubcommand(new ExportCommand(console));
        commandLine.setOut(console.out());
        commandLine.setErr(console.err());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(new Misuse());
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> new Complaint(console).about(e));
        commandLine.setUsageHelpAutoWidth(true);
        return commandLine;
    }

    private static CommandLine keys(Console console) {
        return new CommandLine(new KeysCommand()).addSubcommand(new KeysCreateCommand(console));
    }

    private static CommandLine rejects(Console console) {
        return new CommandLine(new RejectsCommand())
                .addSubcommand(new RejectsListCommand(console))
                .addSubcommand(new RejectsShowCommand(console))
                .addSubcommand(new RejectsReplayCommand(console));
    }

    private static CommandLine definitions(Console console) {
        return new CommandLine(new DefinitionsGroup())
                .addSubcommand(new DefinitionsShowCommand(console))
                .addSubcommand(new DefinitionsTryCommand(console))
                .addSubcommand(new DefinitionsPublishCommand(console));
    }

    private static CommandLine bi() {
        return new CommandLine(new BiGroup()).addSubcommand(new BiRunCommand());
    }

    private static CommandLine alerts(Console console) {
        return new CommandLine(new AlertsGroup())
                .addSubcommand(new AlertsTestCommand(console))
                .addSubcommand(new AlertsBacktestCommand(console))
                .addSubcommand(new CommandLine(new AlertRulesGroup(console))
                        .addSubcommand(new AlertRulesPutCommand(console))
                        .addSubcommand(new AlertRulesRemoveCommand(console)))
                .addSubcommand(new AlertsListCommand(console))
                .addSubcommand(new AlertsSilenceCommand(console))
                .addSubcommand(new AlertsDeliverCommand())
                .addSubcommand(new AlertsDeliveriesCommand(console))
                .addSubcommand(new AlertsSendTestCommand(console));
    }

    private static CommandLine subscriptions(Console console) {
        return new CommandLine(new SubscriptionsGroup())
                .addSubcommand(new SubscriptionsListCommand(console))
                .addSubcommand(new SubscriptionsShowCommand(console))
                .addSubcommand(new SubscriptionsPutCommand(console))
                .addSubcommand(new SubscriptionsRemoveCommand(console));
    }

    private static CommandLine identity(Console console) {
        return new CommandLine(new IdentityGroup())
                .addSubcommand(new IdentityShowCommand(console))
                .addSubcommand(new IdentityExplainCommand(console))
                .addSubcommand(new IdentityConflictsCommand(console))
                .addSubcommand(new IdentityWithdrawCommand(console))
                .addSubcommand(new IdentityRestoreCommand(console))
                .addSubcommand(new IdentityBlockCommand(console))
                .addSubcommand(new IdentityUnblockCommand(console))
                .addSubcommand(new IdentityEraseCommand(console))
                .addSubcommand(new IdentityVerifyErasureCommand(console));
    }
}
