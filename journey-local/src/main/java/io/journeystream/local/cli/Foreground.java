package io.journeystream.local.cli;

import io.journeystream.local.Stopped;
import io.journeystream.local.logging.Logs;

/** Runs a service in the foreground, with its log on standard error, until it is stopped. */
final class Foreground {
    private Foreground() {}

    /** What runs until its thread is interrupted. */
    @FunctionalInterface
    interface Service {
        void run() throws Exception;
    }

    /**
     * Runs it.
     *
     * @param stopped what to tell a person who stopped it
     * @throws Stopped when it was stopped
     * @throws Exception if it has failed
     */
    static int run(Service service, String stopped) throws Exception {
        Logs.toStandardError();
        try {
            service.run();
            return ExitCodes.DONE;
        } catch (Exception e) {
            throw Interruption.isBehind(e) ? new Stopped(stopped, e) : e;
        }
    }
}
