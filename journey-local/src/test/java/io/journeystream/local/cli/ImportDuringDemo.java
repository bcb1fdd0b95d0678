package io.journeystream.local.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The demo runs, and an export is imported into it: what live events notice of it, and what the import comes to. A
 * benchmark prints the latencies; a test asserts order and totals.
 */
final class ImportDuringDemo {
    private static final long SETTLING_MILLIS = 4_000;
    private static final long LONGEST_MERGE_MILLIS = 180_000;

    /**
     * What was seen.
     *
     * @param before latencies of live contacts before the import, milliseconds, ascending
     * @param during from its beginning until the last of its journeys was published
     * @param after when all was over
     */
    record Outcome(
            Journey demo,
            Journey imported,
            LiveTraffic traffic,
            List<Long> before,
            List<Long> during,
            List<Long> after,
            long importMillis,
            long mergeMillis) {

        @Override
        public String toString() {
            return "live event to journey, ms: before " + figures(before) + "; during " + figures(during) + "; after "
                    + figures(after) + "; import " + importMillis + " ms, merging " + mergeMillis + " ms";
        }

        private static String figures(List<Long> latencies) {
            return "median " + LiveTraffic.percentile(latencies, 50) + ", p95 " + LiveTraffic.percentile(latencies, 95)
                    + " of " + latencies.size();
        }
    }

    private ImportDuringDemo() {}

    /**
     * Runs it.
     *
     * @param source of the export's events
     * @param expected journeys of the export
     * @param quietMillis how long live events are watched before and after
     * @param export arguments of {@code import}, without addresses
     */
    static Outcome run(String source, int expected, long quietMillis, String... export) throws Exception {
        String kafka = freePort();
        String registry = freePort();
        AtomicReference<@Nullable Journey> demo = new AtomicReference<>();
        Thread running =
                new Thread(() -> demo.set(Journey.run("demo", "--kafka-port", kafka, "--registry-port", registry)));
        running.start();
        awaitPort(Integer.parseInt(kafka), running);
        String url = "http://127.0.0.1:" + registry;
        try (LiveTraffic traffic = new LiveTraffic("127.0.0.1:" + kafka, url, source)) {
            Thread.sleep(SETTLING_MILLIS + quietMillis);
            long begin = System.currentTimeMillis();
            List<Long> before = traffic.latencies(begin - quietMillis, begin);
            List<String> arguments = new ArrayList<>(List.of("import"));
            arguments.addAll(List.of(export));
            arguments.addAll(List.of("--bootstrap-server", "127.0.0.1:" + kafka, "--registry", url));
            Journey imported = Journey.run(arguments.toArray(String[]::new));
            long ended = System.currentTimeMillis();
            awaitJourneys(traffic, expected);
            long merged = Math.max(ended, traffic.lastImported());
            Thread.sleep(Math.max(0, merged + quietMillis - System.currentTimeMillis()));
            running.interrupt();
            running.join();
            Journey ran = demo.get();
            if (ran == null) {
                throw new IllegalStateException("the demo has not ended");
            }
            return new Outcome(
                    ran,
                    imported,
                    traffic,
                    before,
                    traffic.latencies(begin, merged),
                    traffic.latencies(merged, Long.MAX_VALUE),
                    ended - begin,
                    merged - ended);
        }
    }

    /** Until all journeys that are expected have been seen, and a little longer, for there must be no more. */
    private static void awaitJourneys(LiveTraffic traffic, int expected) throws InterruptedException {
        long until = System.currentTimeMillis() + LONGEST_MERGE_MILLIS;
        while (System.currentTimeMillis() < until && traffic.imported().size() < expected) {
            Thread.sleep(100);
        }
        Thread.sleep(SETTLING_MILLIS);
    }

    private static String freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(free.getLocalPort());
        }
    }

    private static void awaitPort(int port, Thread running) throws InterruptedException {
        while (running.isAlive() && !isServed(port)) {
            Thread.sleep(200);
        }
        Thread.sleep(SETTLING_MILLIS); // topics are made and streams has started
    }

    private static boolean isServed(int port) {
        try {
            new java.net.Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Prints the latencies: arguments are the export and its mapping. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Path example = root.resolve("examples/technion");
        Outcome outcome = run(
                "technion",
                23_798,
                12_000,
                root.resolveSibling("shared/data/technion/january.txt.gz").toString(),
                "--format",
                "tsv",
                "--timezone",
                "Asia/Jerusalem",
                "--mapping",
                example.resolve("mapping.jsonata").toString());
        System.out.println(outcome); // NOPMD: a benchmark's result
    }
}
