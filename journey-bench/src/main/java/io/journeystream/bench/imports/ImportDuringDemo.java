package io.journeystream.bench.imports;

import io.journeystream.local.machine.LoopbackPort;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The demo runs, and an export is imported into it: what live events notice of it, and what the import comes to. The
 * benchmark prints the latencies; a test asserts order and totals.
 */
final class ImportDuringDemo {
    private static final long SETTLING_MILLIS = 4_000;
    private static final long LONGEST_MERGE_MILLIS = 600_000;

    /**
     * What was seen.
     *
     * @param before latencies of live contacts before the import, milliseconds, ascending
     * @param reading from its beginning until its end mark
     * @param merging from then until the last of its journeys was published
     * @param after when all was over
     */
    record Outcome(
            Ran demo,
            Ran imported,
            LiveTraffic traffic,
            List<Long> before,
            List<Long> reading,
            List<Long> merging,
            List<Long> after,
            long importMillis,
            long mergeMillis) {

        /** All the time that there is something to be noticed. */
        List<Long> during() {
            return Stream.concat(reading.stream(), merging.stream()).sorted().toList();
        }

        /** What people want to read of it. */
        List<String> lines() {
            return List.of(
                    "live event to committed journey   before the import (second half of the time): " + figures(before),
                    "                                  while it is read and kept aside:             "
                            + figures(reading),
                    "                                  while it is merged:                          "
                            + figures(merging),
                    "                                  from its beginning to its end:               "
                            + figures(during()),
                    "                                  after:                                       " + figures(after),
                    "import " + importMillis + " ms, merging " + mergeMillis + " ms");
        }

        private static String figures(List<Long> latencies) {
            return "median " + LiveTraffic.percentile(latencies, 50) + " ms, p95 "
                    + LiveTraffic.percentile(latencies, 95) + " ms of " + latencies.size();
        }
    }

    private ImportDuringDemo() {}

    /**
     * Runs it.
     *
     * @param source of the export's events
     * @param expected journeys of the export
     * @param quiet how long the demo runs before and after
     * @param speed of the demo, such as 1d for a day a second
     */
    static Outcome run(String source, int expected, Duration quiet, String speed, Path export, Path mapping)
            throws Exception {
        long quietMillis = quiet.toMillis();
        String kafka = String.valueOf(LoopbackPort.free());
        String registry = String.valueOf(LoopbackPort.free());
        AtomicReference<@Nullable Ran> demo = new AtomicReference<>();
        Thread running = new Thread(() ->
                demo.set(Ran.journey("demo", "--speed", speed, "--kafka-port", kafka, "--registry-port", registry)));
        running.start();
        awaitPort(Integer.parseInt(kafka), running);
        String url = "http://127.0.0.1:" + registry;
        try (LiveTraffic traffic = new LiveTraffic("127.0.0.1:" + kafka, url, source)) {
            Thread.sleep(SETTLING_MILLIS + quietMillis);
            long begin = System.currentTimeMillis();
            List<Long> before = traffic.latencies(begin - quietMillis / 2, begin);
            Ran imported = Ran.journey(
                    "import",
                    export.toString(),
                    "--format",
                    "tsv",
                    "--timezone",
                    "Asia/Jerusalem",
                    "--mapping",
                    mapping.toString(),
                    "--bootstrap-server",
                    "127.0.0.1:" + kafka,
                    "--registry",
                    url);
            long ended = System.currentTimeMillis();
            awaitJourneys(traffic, expected);
            long merged = Math.max(ended, traffic.lastImported());
            Thread.sleep(Math.max(0, merged + quietMillis - System.currentTimeMillis()));
            running.interrupt();
            running.join();
            Ran ran = demo.get();
            if (ran == null) {
                throw new IllegalStateException("the demo has not ended");
            }
            return new Outcome(
                    ran,
                    imported,
                    traffic,
                    before,
                    traffic.latencies(begin, ended),
                    traffic.latencies(ended, merged),
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
}
