package io.journeystream.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./journey bi}: the star for analysts. */
@Command(
        name = "bi",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Keeps journeys, contacts and health as a star in PostgreSQL, for SQL, Power BI and Tableau. docs/bi.md says"
                    + " what is in it, and who sees what.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey bi run --config journey.properties",
            "  ./journey bi run --set bi.jdbc-url=jdbc:postgresql://db:5432/analytics --set bi.user=journeystream"
        })
final class BiGroup implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
