package io.journeystream.local.demo;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.local.Failure;
import io.journeystream.local.pipeline.Pipeline;
import io.journeystream.local.pipeline.PipelineSettings;
import io.journeystream.local.simulator.Admission;
import io.journeystream.local.simulator.Simulator;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.local.simulator.StrongCustomers;
import io.journeystream.local.simulator.TrueFigures;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.local.view.Console;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.Screen;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.streams.ledger.LedgerView;
import io.journeystream.streams.publishing.Pace;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;

/** The whole system live, fed by the simulated organisation, until its time is up or somebody stops it. */
public final class Demo {
    private static final Duration PUBLISH = Duration.ofMillis(400);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT_FOR_LEDGER = Duration.ofSeconds(30);
    private static final long MOST_BEHIND = 5_000;
    /** Health may take as long as it does under load. */
    private static final Duration ALERT_PATIENCE = Duration.ofSeconds(20);

    private static final Duration PAST = Duration.ofDays(730);

    private final DemoSettings settings;
    private final WrittenDefinitions written;
    private final Definitions definitions;
    private final Console console;
    private final Clock real;
    private final DemoView view;

    public Demo(DemoSettings settings, Console console, Clock real) {
        this.settings = settings;
        this.written = settings.definitions() == null ? DemoDefinitions.standard() : settings.definitions();
        this.definitions = written.definitions();
        this.console = console;
        this.real = real;
        this.view = new DemoView(definitions.currency());
    }

    /**
     * Runs it.
     *
     * @return whether it ended because somebody interrupted it
     * @throws Failure if it cannot run, or does not add up
     */
    public boolean run() throws IOException, InterruptedException {
        Progress progress = progress();
        SimulatorSettings organisation = SimulatorSettings.realistic(progress.seed(), progress.start());
        console.status("starting Kafka and streams on this machine ...");
        try (Pipeline pipeline = Pipeline.start(pipelineSettings());
                JourneyFollower follower = new JourneyFollower(pipeline, StrongCustomers.of(organisation))) {
            introduce(pipeline, progress);
            pipeline.drain(left ->
                    console.err().println("finishing the demo before: " + Figures.count(left) + " records left"));
            LedgerView before = pipeline.awaitLedger(LONGEST_WAIT_FOR_LEDGER);
            Simulator simulator = new Simulator(organisation);
            SimulatedTime time = new SimulatedTime(
                    real, progress.position(), settings.speed().toMillis() / 1000.0);
            Feed feed = new Feed(
                    simulator,
                    new Admission(new IdentifierSettings(definitions.identity(), null, Map.of(), null)),
                    pipeline.edge(),
                    time,
                    progress,
                    pipeline.dataDirectory());
            long started = System.nanoTime();
            boolean interrupted = watch(pipeline, follower, feed, before, started);
            finish(pipeline, follower, feed, before, simulator, started);
            return interrupted;
        }
    }

    /** Goes on where an earlier demo in the directory ended, or begins far enough back never to pass the present. */
    private Progress progress() throws IOException {
        if (settings.data() != null) {
            var earlier = Progress.in(settings.data());
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        Instant start = real.instant().minus(longest(PAST, simulatedTimeOfRun().plusDays(1)));
        return new Progress(settings.seed(), start, start);
    }

    private Duration simulatedTimeOfRun() {
        return settings.runFor() == null
                ? Duration.ZERO
                : settings.speed().multipliedBy(settings.runFor().toSeconds());
    }

    private static Duration longest(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private PipelineSettings pipelineSettings() {
        StackSettings stack = settings.data() == null ? StackSettings.temporary() : StackSettings.in(settings.data());
        return new PipelineSettings(
                stack.withPorts(settings.kafkaPort(), settings.registryPort()),
                written,
                Pace.STANDARD.withInterval(PUBLISH),
                HealthPace.STANDARD,
                real,
                ALERT_PATIENCE);
    }

    private void introduce(Pipeline pipeline, Progress progress) {
        PrintWriter out = console.out();
        out.println(addresses(pipeline));
        if (progress.position().isAfter(progress.start())) {
            out.println("going on with seed " + progress.seed() + " at "
                    + progress.position().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private static String addresses(Pipeline pipeline) {
        return "Kafka " + pipeline.bootstrapServers() + "   schema registry " + pipeline.registryUrl();
    }

    private boolean watch(Pipeline pipeline, JourneyFollower follower, Feed feed, LedgerView before, long started) {
        feed.start();
        try (feed;
                Screen screen = new Screen(console)) {
            while (!isOver(started)) {
                follower.follow(POLL);
                feed.refuseIfBroken();
                pipeline.ledger().ifPresent(ledger -> feed.waitFor(isBehind(feed, before, ledger)));
                if (screen.isDue()) {
                    screen.show(picture(pipeline, follower, feed, since(started)));
                }
                if (Thread.interrupted()) {
                    return true;
                }
            }
            return false;
        } catch (InterruptException e) {
            return Thread.interrupted() || e.getCause() != null;
        }
    }

    private static boolean isBehind(Feed feed, LedgerView before, LedgerView now) {
        return feed.sent() - (now.receivedLive() - before.receivedLive()) > MOST_BEHIND;
    }

    private boolean isOver(long started) {
        return settings.runFor() != null && since(started).compareTo(settings.runFor()) >= 0;
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private List<String> picture(Pipeline pipeline, JourneyFollower follower, Feed feed, Duration running) {
        List<String> lines = new ArrayList<>();
        lines.add(view.time(feed.position(), running, feed.sent()));
        lines.add(addresses(pipeline));
        lines.add("");
        lines.addAll(view.journeys(follower.board()));
        lines.add("");
        pipeline.ledger().ifPresent(ledger -> lines.add(view.ledger(ledger, feed.rejected())));
        return lines;
    }

    private void finish(
            Pipeline pipeline,
            JourneyFollower follower,
            Feed feed,
            LedgerView before,
            Simulator simulator,
            long started)
            throws InterruptedException {
        feed.refuseIfBroken();
        pipeline.drain(left -> console.err().println("finishing: " + Figures.count(left) + " records left"));
        follower.catchUp();
        LedgerView ledger = pipeline.awaitLedger(LONGEST_WAIT_FOR_LEDGER);
        PrintWriter out = console.out();
        out.println("ended: " + view.time(feed.position(), since(started), feed.sent()));
        out.println();
        view.journeys(follower.board()).forEach(out::println);
        out.println();
        TrueFigures truth =
                simulator
                        .truth()
                        .quietSince(feed.position(), definitions.defaults().gap())
                        .values()
                        .stream()
                        .reduce(TrueFigures.NONE, TrueFigures::plus);
        view.comparison(follower.board().matured(), truth).forEach(out::println);
        out.println();
        out.println(view.matchRate(follower.matched().rate()));
        out.println();
        out.println(view.ledger(ledger, feed.rejected()));
        if (!ledger.isBalanced() || ledger.receivedLive() - before.receivedLive() != feed.sent()) {
            throw new Failure("the ledger does not balance: " + feed.sent() + " events were sent, and "
                    + (ledger.receivedLive() - before.receivedLive()) + " received; please report this");
        }
    }
}
