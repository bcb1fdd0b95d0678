package io.journeystream.local.cli;

import io.journeystream.ingest.rejects.LogUnreadable;
import io.journeystream.local.Failure;
import io.journeystream.local.Stopped;
import io.journeystream.local.logging.Logs;
import io.journeystream.local.view.Console;
import io.journeystream.registry.RegistryUnavailable;
import io.journeystream.serve.commands.CommandNotKept;
import io.journeystream.serve.reading.KafkaUnavailable;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a person why a command failed; keeps the stack trace for the log. */
final class Complaint {
    private static final Logger LOG = LoggerFactory.getLogger(Complaint.class);

    private final Console console;

    Complaint(Console console) {
        this.console = console;
    }

    /** Gives the exit code. */
    int about(Exception problem) {
        PrintWriter err = console.err();
        if (Logs.isFile() || !isExpected(problem)) {
            LOG.info("the command ends early", problem);
        }
        if (Interruption.isBehind(problem)) {
            err.println(problem instanceof Stopped ? problem.getMessage() : "interrupted");
            return ExitCodes.INTERRUPTED;
        }
        if (problem instanceof Failure failure) {
            err.println("error: " + failure.getMessage());
            failure.details().forEach(detail -> err.println("  " + detail));
        } else if (isExpected(problem)) {
            err.println("error: " + problem.getMessage());
        } else {
            err.println("error: unexpected " + problem + "; this is a mistake of Journeystream, please report it"
                    + Logs.keep().map(file -> " with " + file).orElse(""));
        }
        return ExitCodes.FAILED;
    }

    /** What one sentence explains; a service's log, which is standard error, needs no stack trace of it. */
    private static boolean isExpected(Exception problem) {
        return problem instanceof Failure
                || problem instanceof LogUnreadable
                || problem instanceof RegistryUnavailable
                || problem instanceof KafkaUnavailable
                || problem instanceof CommandNotKept
                || Interruption.isBehind(problem);
    }
}
