package io.journeystream.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.journeystream.local.broker.EmbeddedBroker;
import io.journeystream.local.machine.DataDirectory;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.SchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedRegistryTest extends SchemaRegistryContract {
    private static final String TEXT = "{\"schema\": \"\\\"string\\\"\"}";

    private static DataDirectory directory;
    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String subject = "rest-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        directory = DataDirectory.open(null);
        broker = EmbeddedBroker.start(directory, 0, words -> {});
        registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
        directory.close();
    }

    @Override
    SchemaRegistry registry() {
        return new HttpSchemaRegistry(RegistrySettings.of(registry.url()));
    }

    @Test
    void whatItKnowsIsKnownAfterARestart() throws Exception {
        int id = post("/subjects/" + subject + "/versions", TEXT)
                .json()
                .path("id")
                .asInt();
        put("/config/" + subject, "{\"compatibility\": \"FULL\"}");
        registry.close();
        registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);

        assertThat(get("/schemas/ids/" + id).json().path("schema").asText()).isEqualTo("\"string\"");
        assertThat(get("/config/" + subject).json().path("compatibilityLevel").asText())
                .isEqualTo("FULL");
        assertThat(post("/subjects/" + subject, TEXT).json().path("id").asInt()).isEqualTo(id);
    }

    @Test
    void versionsAreListedAndReadOneByOne() throws Exception {
        post("/subjects/" + subject + "/versions", TEXT);

        assertThat(get("/subjects/" + subject + "/versions").json()).isEqualTo(json("[1]"));
        assertThat(get("/subjects/" + subject + "/versions/1").json())
                .isEqualTo(get("/subjects/" + subject + "/versions/latest").json());
        assertThat(get("/subjects/" + subject + "/versions/1/schema").json()).isEqualTo(json("\"string\""));
        assertThat(get("/schemas/types").json()).isEqualTo(json("[\"AVRO\"]"));
    }

    @Test
    void errorsHaveTheConfluentCodes() throws Exception {
        post("/subjects/" + subject + "/versions", TEXT);

        assertThat(get("/subjects/nobody/versions").error()).isEqualTo("404 40401");
        assertThat(get("/subjects/" + subject + "/versions/7").error()).isEqualTo("404 40402");
        assertThat(get("/subjects/" + subject + "/versions/first").error()).isEqualTo("422 42202");
        assertThat(get("/schemas/ids/999999").error()).isEqualTo("404 40403");
        assertThat(get("/config/" + subject).error()).isEqualTo("404 40408");
        assertThat(put("/config", "{\"compatibility\": \"SIDEWAYS\"}").error()).isEqualTo("422 42203");
        assertThat(post("/subjects/" + subject + "/versions", "{\"schema\": \"{\"}")
                        .error())
                .isEqualTo("422 42201");
        assertThat(post("/subjects/" + subject + "/versions", "{\"schema\": \"\\\"int\\\"\"}")
                        .error())
                .isEqualTo("409 409");
        assertThat(post("/subjects/" + subject + "/versions", "no json").error())
                .isEqualTo("400 400");
        assertThat(get("/nothing/here").error()).isEqualTo("404 404");
    }

    @Test
    void aSubjectMayHaveALevelOfItsOwn() throws Exception {
        assertThat(get("/config").json()).isEqualTo(json("{\"compatibilityLevel\": \"BACKWARD_TRANSITIVE\"}"));
        post("/subjects/" + subject + "/versions", TEXT);
        put("/config/" + subject, "{\"compatibility\": \"NONE\"}");

        assertThat(post("/subjects/" + subject + "/versions", "{\"schema\": \"\\\"int\\\"\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void manyAtOnceRegisteringTheSameSchemaGetTheSameId() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> registrations = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                registrations.add(() -> post("/subjects/" + subject + "/versions", TEXT)
                        .json()
                        .path("id")
                        .asInt());
            }
            List<Integer> ids = new ArrayList<>();
            for (Future<Integer> id : threads.invokeAll(registrations)) {
                ids.add(id.get());
            }
            assertThat(ids).hasSize(32).containsOnly(ids.get(0));
        } finally {
            threads.shutdownNow();
        }
    }

    private Answer get(String path) throws Exception {
        return send(request(path).GET());
    }

    private Answer post(String path, String body) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private Answer put(String path, String body) throws Exception {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(registry.url() + path));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), json(response.body()));
    }

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }

    private record Answer(int status, JsonNode json) {
        String error() {
            return status + " " + json.path("error_code").asInt();
        }
    }
}
