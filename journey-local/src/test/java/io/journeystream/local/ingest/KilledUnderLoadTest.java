package io.journeystream.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.ChannelEvent;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A 202 is a promise: it holds whatever becomes of the process that gave it. */
@Timeout(180)
class KilledUnderLoadTest {
    private static final int CLIENTS = 12;
    private static final int BATCH = 50;
    private static final int ENOUGH = 4_000;

    @Test
    void every_event_of_an_accepted_request_is_in_kafka_exactly_once(@TempDir Path directory) throws Exception {
        Queue<String> promised = new ConcurrentLinkedQueue<>();
        try (LocalStack stack = LocalStack.start(StackSettings.temporary());
                IngestProcess process = IngestProcess.start(stack, directory)) {
            AtomicLong broken = new AtomicLong();
            List<Thread> clients = load(process.client(), promised, broken);
            for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
                    promised.size() < ENOUGH;
                    Thread.sleep(5)) {
                assertThat(System.nanoTime())
                        .as("%d events promised", promised.size())
                        .isLessThan(end);
            }
            process.kill();
            for (Thread client : clients) {
                client.join();
            }

            assertThat(broken).as("requests cut off").hasValueGreaterThan(0);
            Map<String, Long> written = new Written(stack)
                    .channelEvents().stream()
                            .map(ChannelEvent::getEventId)
                            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(promised).allSatisfy(id -> assertThat(written).containsEntry(id, 1L));
        }
    }

    /** Clients that send until their connection breaks. */
    private static List<Thread> load(Client client, Queue<String> promised, AtomicLong broken) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            String name = "client-" + i;
            Thread thread = new Thread(() -> send(client, name, promised, broken), name);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private static void send(Client client, String name, Queue<String> promised, AtomicLong broken) {
        try {
            for (int round = 0; ; round++) {
                String prefix = name + "-" + round + "-";
                List<String> ids =
                        IntStream.range(0, BATCH).mapToObj(i -> prefix + i).toList();
                String body = ids.stream().map(SampleEvents::call).collect(Collectors.joining("\n"));
                if (client.post("application/x-ndjson", body).status() == 202) {
                    promised.addAll(ids);
                }
            }
        } catch (IOException e) {
            broken.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
