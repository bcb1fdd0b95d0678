package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Serve as a service of its own: a process, started and stopped as an operator would. */
@Timeout(240)
class ServeCommandTest {
    private static final int TERMINATED = 143;
    private static final Pattern ADDRESS = Pattern.compile("listening at (http://\\S+)/v1/identities");

    @TempDir
    private Path directory;

    @Test
    void it_checks_answers_and_stops_cleanly() throws Exception {
        try (LocalStack stack = LocalStack.start(StackSettings.temporary());
                ServiceProcess serve = ServiceProcess.start(
                        directory,
                        "serve",
                        "--bootstrap-server",
                        stack.bootstrapServers(),
                        "--registry",
                        stack.registryUrl(),
                        "--port",
                        "0")) {
            serve.awaitSaid("/v1/identities");
            Matcher address = ADDRESS.matcher(serve.said());
            assertThat(address.find()).isTrue();

            HttpResponse<String> answer =
                    answered(URI.create(address.group(1)).resolve("/v1/identities?identifier=account:ada"));

            assertThat(answer.body()).startsWith("{\"asked\":\"account:ada\",\"customerId\":null,");
            assertThat(serve.terminate()).isEqualTo(TERMINATED);
            assertThat(serve.said())
                    .containsSubsequence(
                            "listening at",
                            "checking Kafka at",
                            "topics and schemas are as they must be",
                            "serve has stopped",
                            "stopped; every request under way was answered");
        }
    }

    /** It says 503 before it is ready. */
    private static HttpResponse<String> answered(URI question) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(question).build();
        long start = System.nanoTime();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        while (answer.statusCode() == 503) {
            assertThat(System.nanoTime() - start).as(answer.body()).isLessThan(TimeUnit.SECONDS.toNanos(60));
            Thread.sleep(100);
            answer = client.send(request, BodyHandlers.ofString());
        }
        return answer;
    }

    @Test
    void it_does_not_listen_to_other_machines_without_keys() {
        Journey serve = Journey.run(
                "serve", "--bootstrap-server", "127.0.0.1:1", "--registry", "http://127.0.0.1:1", "--host", "0.0.0.0");

        assertThat(serve.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(serve.err()).contains("serve.host", "that needs serve.keys");
    }
}
