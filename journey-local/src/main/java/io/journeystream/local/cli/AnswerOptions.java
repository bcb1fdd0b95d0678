package io.journeystream.local.cli;

import picocli.CommandLine.Option;

/** For whom an answer about who is whom is written. */
final class AnswerOptions {
    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, or json: one object a line (default: ${DEFAULT-VALUE}).")
    private Shape output = Shape.TEXT;

    /** For scripts. */
    boolean isJson() {
        return output == Shape.JSON;
    }
}
