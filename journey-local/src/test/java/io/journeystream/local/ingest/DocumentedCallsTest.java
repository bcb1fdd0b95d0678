package io.journeystream.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.ingest.http.IngestService;
import io.journeystream.ingest.http.IngestSettings;
import io.journeystream.local.http.DocumentedCall;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README.md and docs/http.md tell people to type does what they say. */
@Timeout(120)
class DocumentedCallsTest {
    private static final List<Path> PAGES = List.of(Path.of("..", "README.md"), Path.of("..", "docs", "http.md"));
    private static final String ADDRESS_IN_README = "http://127.0.0.1:8080";

    private static LocalStack stack;
    private static IngestService service;

    @BeforeAll
    static void start() throws Exception {
        stack = LocalStack.start(StackSettings.temporary());
        service = IngestService.start(
                IngestSettings.local(0, stack.bootstrapServers()), stack.schemaRegistry(), Clock.systemUTC());
        Client client = new Client(service.port());
        while (client.call("GET", "/health/ready").status() != 200) {
            Thread.sleep(50);
        }
    }

    @AfterAll
    static void stop() {
        service.close();
        stack.close();
    }

    static Stream<DocumentedCall> calls() throws IOException {
        List<DocumentedCall> calls = new ArrayList<>();
        for (Path page : PAGES) {
            List<DocumentedCall> ofPage = DocumentedCall.of(Files.readString(page));
            assertThat(ofPage).as(page.toString()).isNotEmpty();
            calls.addAll(ofPage);
        }
        return calls.stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_documented_call_gives_the_documented_answer(DocumentedCall call) throws Exception {
        String edge = "http://127.0.0.1:" + service.port();
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

        String said = call.replacing(ADDRESS_IN_README, edge).say(Path.of("."), Map.of("EDGE", edge, "NOW", now));

        assertThat(call.answer().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(said).contains(line));
    }
}
