package io.journeystream.local.view;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a command talks to people.
 *
 * @param out results
 * @param err progress and complaints
 * @param terminal whether a person looks at it, so that lines may be redrawn
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {

    /** Standard output and error of this process. */
    public static Console standard() {
        return new Console(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                isTerminal(System.console()));
    }

    /** From Java 22 on there is a console object even when output goes to a file; before, there is none then. */
    private static boolean isTerminal(java.io.@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
