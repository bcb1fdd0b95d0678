package io.journeystream.local.cli;

import io.journeystream.local.view.Console;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A command as a person would type it, run in this JVM without a terminal. */
public final class Journey {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int exitCode;

    private Journey(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
        this.exitCode = Main.commandLine(console).execute(arguments);
    }

    public static Journey run(String... arguments) {
        return new Journey(arguments);
    }

    public int exitCode() {
        return exitCode;
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + "\n" + out + "\n" + err;
    }
}
