package io.journeystream.local.cli;

import io.journeystream.local.Failure;
import io.journeystream.local.services.TopicWork;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.topics.TopicsPage;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./journey topics}: the topics of a Kafka that is there already. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "(create | check | describe)",
        description = {"Makes the topics in Kafka, checks them, or says what lies in them.", ""},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey topics create --bootstrap-server kafka:9092 \\",
            "      --registry http://registry:8081 --set topics.partitions=12",
            "  ./journey topics check --config journey.properties"
        })
final class TopicsCommand {
    private TopicsCommand() {}

    static CommandLine line(Console console) {
        return new CommandLine(new TopicsCommand())
                .addSubcommand(new Create(console))
                .addSubcommand(new Check(console))
                .addSubcommand(new Describe(console));
    }

    /** Makes what is missing. */
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            sortOptions = false,
            description = {
                "Makes the topics that do not exist, with topics.partitions and topics.replication, leaves others as they"
                        + " are, and checks all.",
                ""
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all topics are there and as they must be",
                "1:failed, or topics are not as they must be; each with what to do",
                "2:wrong usage",
                "130:interrupted with Ctrl-C"
            })
    static final class Create implements Callable<Integer> {
        private final Console console;

        @Mixin
        private final ConnectionOptions connection = new ConnectionOptions();

        Create(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws InterruptedException {
            Configuration configuration = connection.read();
            return told(console, new TopicWork(configuration).create());
        }
    }

    /** Changes nothing. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            sortOptions = false,
            description = {
                "Says what of the topics and of the cluster is not as it must be: partitions, copies, time stamps,"
                        + " clean-up, retention, size of records, transaction version. Changes nothing.",
                ""
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all is as it must be",
                "1:failed, or something is not as it must be; each with what to do",
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
            Configuration configuration = connection.read();
            return told(console, new TopicWork(configuration).check());
        }
    }

    /** Asks nobody. */
    @Command(
            name = "describe",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = {"Prints what lies in each topic, field by field: the page docs/topics.md.", ""})
    static final class Describe implements Callable<Integer> {
        private final Console console;

        Describe(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            console.out().print(TopicsPage.markdown());
            console.out().flush();
            return ExitCodes.DONE;
        }
    }

    private static int told(Console console, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new Failure("the topics are not as they must be", problems);
        }
        console.out().println("the topics are as they must be");
        return ExitCodes.DONE;
    }
}
