package io.journeystream.bench;

import io.journeystream.bench.alerts.AlertsCommand;
import io.journeystream.bench.bi.BiCommand;
import io.journeystream.bench.functions.FunctionsCommand;
import io.journeystream.bench.health.HealthCommand;
import io.journeystream.bench.imports.ImportCommand;
import io.journeystream.bench.ingest.IngestCommand;
import io.journeystream.bench.truth.TruthCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code ./journey bench} runs: speed as a ratio to references measured in the same run, and how right it is. */
@Command(
        name = "bench",
        description = {
            "Measures speed on this machine, always beside references measured in the same run: the ratio means"
                    + " something, the absolute numbers only for this machine and this hour. With truth and alerts, how right it is.",
            ""
        },
        mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private Main() {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Runs one benchmark and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        CommandLine commandLine = new CommandLine(new Main())
                .addSubcommand(new FunctionsCommand(out))
                .addSubcommand(new IngestCommand(out))
                .addSubcommand(new ImportCommand(out))
                .addSubcommand(new HealthCommand(out))
                .addSubcommand(new TruthCommand(out))
                .addSubcommand(new AlertsCommand(out))
                .addSubcommand(new BiCommand(out));
        commandLine.setOut(out);
        commandLine.setUsageHelpAutoWidth(true);
        commandLine.setExecutionExceptionHandler((error, command, parsed) -> {
            if (error instanceof IOException) {
                command.getErr().println("error: " + error.getMessage());
                return 1;
            }
            throw error;
        });
        System.exit(commandLine.execute(arguments));
    }
}
