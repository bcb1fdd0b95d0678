package io.journeystream.local.cli;

import io.journeystream.local.Failure;
import io.journeystream.local.services.SchemaWork;
import io.journeystream.local.view.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./journey schemas}: our schemas in a registry that is there already. */
@Command(
        name = "schemas",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "(register | check)",
        description = {"Registers the schemas of the topics, or says how they stand.", ""},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey schemas register --config journey.properties",
            "  ./journey schemas check --config journey.properties"
        })
final class SchemasCommand {
    private SchemasCommand() {}

    static CommandLine line(Console console) {
        return new CommandLine(new SchemasCommand())
                .addSubcommand(new Register(console))
                .addSubcommand(new Check(console));
    }

    /** Registers what is missing. */
    @Command(
            name = "register",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            sortOptions = false,
            description = {
                "Registers each schema that is not registered and compatible; says of all how they stand.",
                ""
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all are registered",
                "1:failed, or some cannot be registered; each with what to do",
                "2:wrong usage",
                "130:interrupted with Ctrl-C"
            })
    static final class Register implements Callable<Integer> {
        private final Console console;

        @Mixin
        private final ConnectionOptions connection = new ConnectionOptions();

        Register(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws InterruptedException {
            return told(console, new SchemaWork(connection.read()).register());
        }
    }

    /** Changes nothing. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            sortOptions = false,
            description = {
                "Says of each schema whether it is registered, could be, or clashes with what is. Changes nothing.",
                ""
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all are registered",
                "1:failed, or some are not registered; each with what to do",
                "2:wrong usage",
                "130:interrupted with Ctrl-C"
            })
    static final class Check implements Callable<Integer> {
        private final Console console;

        @Mixin
        private final ConnectionOptions connection = new ConnectionOptions();

        Check(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws InterruptedException {
            return told(console, new SchemaWork(connection.read()).check());
        }
    }

    private static int told(Console console, SchemaWork.Findings findings) {
        findings.well().forEach(console.out()::println);
        findings.warnings().forEach(warning -> console.err().println("warning: " + warning));
        if (!findings.problems().isEmpty()) {
            throw new Failure("the registry does not have all schemas", findings.problems());
        }
        return ExitCodes.DONE;
    }
}
