package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./journey streams} in a process of its own. */
final class StreamsProcess implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private final Process process;
    private final Path err;

    private StreamsProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    static StreamsProcess start(Path directory, String... arguments) throws IOException {
        Path err = directory.resolve("err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + directory,
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "streams"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new StreamsProcess(process, err);
    }

    /** Waits until it has said something. */
    void awaitSaid(String words) throws IOException, InterruptedException {
        for (long start = System.nanoTime(); !said().contains(words); ) {
            assertThat(process.isAlive() && System.nanoTime() - start < PATIENCE)
                    .as("waited for '%s', it said: %s", words, said())
                    .isTrue();
            Thread.sleep(100);
        }
    }

    String said() throws IOException {
        return Files.readString(err);
    }

    /** Sends SIGTERM, and gives the exit code. */
    int terminate() throws InterruptedException, IOException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException, IOException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s", said()).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
