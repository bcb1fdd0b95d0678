package io.journeystream.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./journey rejects}: says what can be done with what was refused. */
@Command(
        name = "rejects",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Finds what was refused, shows it whole, and puts it through again. A reject is addressed by partition and"
                    + " offset in journey.rejects.v1, such as 0:17, and kept for a month.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey rejects list --since 2h --bootstrap-server localhost:9092 --registry http://localhost:8081",
            "  ./journey rejects show 0:17 ...",
            "  ./journey rejects replay --file calls.csv --mapping mended.jsonata ..."
        })
final class RejectsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
