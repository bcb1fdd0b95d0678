package io.journeystream.bench.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of the system in a JVM of its own, so that what it takes can be told apart. */
final class ChildJvm implements AutoCloseable {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a class with this JVM's class path. */
    static ChildJvm start(String memory, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits for a line of output with that in it; the rest of the output is drained. */
    MatchResult await(Pattern pattern) throws IOException {
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                drain();
                return matcher.toMatchResult();
            }
        }
        throw new IOException("a part of the benchmark ended early; it said:\n" + String.join("\n", said));
    }

    private void drain() {
        Thread drain = new Thread(this::readToTheEnd, "drain");
        drain.setDaemon(true);
        drain.start();
    }

    private void readToTheEnd() {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // the process has ended
        }
    }

    /** Resident memory, MiB; 0 where the system does not say. */
    long residentMib() {
        try {
            Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024 : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
