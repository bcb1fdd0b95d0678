package io.journeystream.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./journey identity}: says what can be asked and laid down about who is whom. */
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Shows who is whom, explains why, and corrects it. Identifiers are written type:value, such as"
                    + " account:a1; they are spelt and hashed with the settings of the edge. What is laid down stands"
                    + " whatever events say, until the opposite is laid down.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey identity show account:a1 --config journey.properties",
            "  ./journey identity explain account:a1 cookie:c7 ...",
            "  ./journey identity conflicts ...",
            "  ./journey identity withdraw account:a1 cookie:c7 --reason 'shared browser' ...",
            "  ./journey identity restore account:a1 cookie:c7 ...",
            "  ./journey identity block device:kiosk ...",
            "  ./journey identity erase account:a1 --reason 'asked for it' ...",
            "  ./journey identity verify-erasure erasure-4711.json ..."
        })
final class IdentityGroup implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
