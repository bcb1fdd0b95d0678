package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service of {@code ./journey} in a process of its own. */
final class ServiceProcess implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private final Process process;
    private final Path err;
    private final Path out;

    private ServiceProcess(Process process, Path err, Path out) {
        this.process = process;
        this.err = err;
        this.out = out;
    }

    static ServiceProcess start(Path directory, String service, String... arguments) throws IOException {
        Path err = directory.resolve("err");
        Path out = directory.resolve("out");
        List<String> command = ChildJvm.command(
                "256m", Main.class, "-Djava.io.tmpdir=" + directory, "-Dlogback.configurationFile=logback.xml");
        command.add(service);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(err.toFile())
                .redirectOutput(out.toFile())
                .start();
        return new ServiceProcess(process, err, out);
    }

    /** Waits until it has said something. */
    void awaitSaid(String words) throws IOException, InterruptedException {
        for (long start = System.nanoTime(); !said().contains(words) && !out().contains(words); ) {
            assertThat(process.isAlive() && System.nanoTime() - start < PATIENCE)
                    .as("waited for '%s', it said: %s", words, said())
                    .isTrue();
            Thread.sleep(100);
        }
    }

    /** What it said to people who wait or have to know. */
    String said() throws IOException {
        return Files.readString(err);
    }

    /** What it gave as its result. */
    String out() throws IOException {
        return Files.readString(out);
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
