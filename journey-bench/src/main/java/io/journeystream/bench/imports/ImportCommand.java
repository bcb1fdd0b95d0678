package io.journeystream.bench.imports;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./journey bench import}: what live events notice of an import. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the demo, imports the technion export into it, and compares how long a live contact takes to become"
                    + " visible in a committed journey: before the import, while it goes on and is merged, and after.",
            ""
        })
public final class ImportCommand implements Callable<Integer> {
    private static final int JOURNEYS = 23_798;

    private final PrintWriter out;

    @Parameters(paramLabel = "FILE", description = "january.txt.gz; see examples/technion/README.md.")
    private Path export = Path.of("january.txt.gz");

    @Option(
            names = "--mapping",
            paramLabel = "M.jsonata",
            defaultValue = "examples/technion/mapping.jsonata",
            description = "Its mapping (default: ${DEFAULT-VALUE}).")
    private Path mapping = Path.of("examples/technion/mapping.jsonata");

    @Option(
            names = "--speed",
            paramLabel = "TIME",
            defaultValue = "1d",
            description = "Simulated time that passes in the demo in a second (default: ${DEFAULT-VALUE}).")
    private String speed = "1d";

    public ImportCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        ImportDuringDemo.Outcome outcome =
                ImportDuringDemo.run("technion", JOURNEYS, Duration.ofSeconds(30), speed, export, mapping);
        if (outcome.imported().exitCode() != 0) {
            out.println(outcome.imported().err());
            return outcome.imported().exitCode();
        }
        outcome.lines().forEach(out::println);
        return 0;
    }
}
