package io.journeystream.local.view;

import java.io.PrintWriter;

/**
 * Where a command talks to people.
 *
 * @param out results
 * @param err progress and complaints
 * @param terminal whether a person looks at it, so that lines may be redrawn
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {

    /** Tells who is waiting what for; nobody waits but on a terminal. */
    public void status(String line) {
        if (terminal) {
            err.println(line);
        }
    }
}
