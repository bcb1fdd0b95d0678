package io.journeystream.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./journey keys}: says what can be done with API keys. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Makes API keys for clients of ingest and serve, which must have one unless these listen on this machine only."
                    + " To take a key back, remove its line from the file of keys.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  ./journey keys create acd --source acd >> keys.txt")
final class KeysCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
