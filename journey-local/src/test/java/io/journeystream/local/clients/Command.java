package io.journeystream.local.clients;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of somebody else's, run to its end. */
final class Command {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Command() {}

    /** Whether the search path has it. */
    static boolean exists(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** What it prints, line by line; it must end with 0. */
    static List<String> lines(Path directory, List<String> words) throws IOException, InterruptedException {
        Path out = Files.createTempFile("command", ".out");
        Path err = Files.createTempFile("command", ".err");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            process.destroy();
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", words)
                        + (ended ? " failed: " : " did not end: ")
                        + Files.readString(err)
                        + Files.readString(out));
            }
            return Files.readAllLines(out);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
