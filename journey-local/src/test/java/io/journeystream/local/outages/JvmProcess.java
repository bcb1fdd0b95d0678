package io.journeystream.local.outages;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.process.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One service in a JVM of its own, which a test can take away. What it says is kept in a file, over all its lives. */
public final class JvmProcess implements AutoCloseable {
    private final Process process;
    private final Path log;
    private final long saidBefore;

    private JvmProcess(Process process, Path log, long saidBefore) {
        this.process = process;
        this.log = log;
        this.saidBefore = saidBefore;
    }

    /** Starts a main class in a JVM of that many MiB. */
    public static JvmProcess start(Path log, int megabytes, Class<?> main, String... arguments) throws IOException {
        List<String> command = ChildJvm.command(megabytes + "m", main, "-Dlogback.configurationFile=logback.xml");
        command.addAll(List.of(arguments));
        long saidBefore = Files.exists(log) ? Files.size(log) : 0;
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new JvmProcess(process, log, saidBefore);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What this life of it has said, the last of it if that is much. */
    public String said() {
        try {
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.max(saidBefore, all.length - 20_000);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "nothing that can be read: " + e;
        }
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        assertThat(process.isAlive())
                .as("it lives until it is killed; it said: %s", said())
                .isTrue();
        process.destroyForcibly().waitFor();
    }

    /** Sends SIGTERM, and gives the exit code. */
    public int terminate() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("it stops when asked to; it said: %s", said())
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
