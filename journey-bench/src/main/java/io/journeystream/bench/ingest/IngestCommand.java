package io.journeystream.bench.ingest;

import io.journeystream.local.view.Figures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./journey bench ingest}: events through HTTP, beside a bare producer before and after. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Posts events over HTTP to an ingest service in a JVM of its own, Kafka in another, and compares the rate"
                    + " with that of Kafka's own producer handing over the same records as ready bytes, measured before"
                    + " and after in the same run. Shows how the memory of the service moves.",
            ""
        })
public final class IngestCommand implements Callable<Integer> {
    private static final String SERVICE_MEMORY = "-Xmx512m";
    private static final Pattern KAFKA = Pattern.compile("^ready (\\S+) (\\S+)$");
    private static final Pattern SERVICE = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)");

    private final PrintWriter out;

    @Option(names = "--events", defaultValue = "1000000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--batch", defaultValue = "1000", description = "Events a request (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--clients", defaultValue = "4", description = "Clients at once (default: ${DEFAULT-VALUE}).")
    private int clients;

    public IngestCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("journey-bench");
        try {
            out.println("making " + Figures.count(events) + " events ...");
            run(EventStock.make(directory, events, batch, Clock.systemUTC().instant()));
            return 0;
        } finally {
            delete(directory);
        }
    }

    private void run(EventStock stock) throws IOException, InterruptedException {
        try (ChildJvm kafka = ChildJvm.start("-Xmx1g", KafkaAlone.class, List.of())) {
            MatchResult addresses = kafka.await(KAFKA);
            BareProducer reference = new BareProducer(addresses.group(1));
            tell("bare producer, to warm up", reference.rate(stock));
            double before = tell("bare producer", reference.rate(stock));
            double http = overHttp(stock, addresses.group(1), addresses.group(2));
            double after = tell("bare producer again", reference.rate(stock));
            out.printf(Locale.ROOT, "ratio: %.3f of a bare producer%n", http / ((before + after) / 2));
        }
    }

    private double overHttp(EventStock stock, String kafka, String registry) throws IOException, InterruptedException {
        List<String> arguments =
                List.of("ingest", "--bootstrap-server", kafka, "--registry", registry, "--set", "ingest.port=0");
        try (ChildJvm service = ChildJvm.start(SERVICE_MEMORY, io.journeystream.local.cli.Main.class, arguments)) {
            URI address = URI.create(service.await(SERVICE).group(1) + "/v1/events");
            HttpLoad load = new HttpLoad(address, clients);
            load.awaitReady();
            double rate = watched(service, load, stock);
            out.println("answers that asked to come later: " + load.toldToWait());
            return tell("over HTTP, batches of " + stock.batch() + ", " + clients + " clients", rate);
        }
    }

    private double watched(ChildJvm service, HttpLoad load, EventStock stock) throws IOException, InterruptedException {
        MemoryWatch watch = MemoryWatch.start(service, load, stock, out);
        double rate = load.rate(stock);
        watch.end();
        return rate;
    }

    private double tell(String what, double rate) {
        out.printf(Locale.ROOT, "%-45s %,10.0f events/s%n", what, rate);
        return rate;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
