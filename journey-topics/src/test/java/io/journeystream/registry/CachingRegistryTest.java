package io.journeystream.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class CachingRegistryTest {
    private static final Schema TEXT = Schema.create(Schema.Type.STRING);

    private final AtomicLong nanoTime = new AtomicLong();
    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final SchemaRegistry caching = new CachingRegistry(registry, nanoTime::get);

    @Test
    void aKnownSchemaIsAskedForOnce() throws Exception {
        try (FakeServer server = new FakeServer().answers(200, "{\"schema\":\"\\\"string\\\"\"}")) {
            var cached = new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(server.url())));
            assertThat(cached.schemaById(1)).isEqualTo(cached.schemaById(1));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anUnknownIdIsBelievedForHalfAMinute() {
        assertThat(caching.schemaById(1)).isEqualTo(new SchemaById.Unknown());
        registry.register("subject", TEXT);
        nanoTime.addAndGet(Duration.ofSeconds(29).toNanos());
        assertThat(caching.schemaById(1)).isEqualTo(new SchemaById.Unknown());
        nanoTime.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(caching.schemaById(1)).isEqualTo(new SchemaById.Known(TEXT));
    }

    @Test
    void aSchemaThatWasNotRegisteredIsLookedUpAgain() {
        assertThat(caching.lookup("subject", TEXT)).isEmpty();
        int id = registry.register("subject", TEXT);
        assertThat(caching.lookup("subject", TEXT)).hasValue(id);
        assertThat(caching.register("subject", TEXT)).isEqualTo(id);
    }

    @Test
    void schemasThatDifferInTheirDocsOnlyAreToldApart() {
        Schema first =
                new Schema.Parser().parse("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"],\"doc\":\"1\"}");
        Schema second =
                new Schema.Parser().parse("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"],\"doc\":\"2\"}");

        assertThat(caching.register("subject", second)).isNotEqualTo(caching.register("subject", first));
    }
}
