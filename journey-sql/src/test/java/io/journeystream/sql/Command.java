package io.journeystream.sql;

import io.journeystream.local.cli.Main;
import io.journeystream.local.view.Console;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A command as a person would type it, run in this JVM without a terminal. */
final class Command {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int exitCode;

    private Command(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
        this.exitCode = Main.commandLine(console).execute(arguments);
    }

    static Command run(String... arguments) {
        return new Command(arguments);
    }

    int exitCode() {
        return exitCode;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + "\n" + out + "\n" + err;
    }
}
