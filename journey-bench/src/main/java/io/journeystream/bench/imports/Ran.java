package io.journeystream.bench.imports;

import io.journeystream.local.cli.Main;
import io.journeystream.local.view.Console;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that was run in this JVM, without a terminal. */
record Ran(int exitCode, String out, String err) {

    static Ran journey(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
        int code = Main.commandLine(console).execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }
}
