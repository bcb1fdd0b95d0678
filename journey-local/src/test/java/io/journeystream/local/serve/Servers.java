package io.journeystream.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.ingest.identifiers.IdentifierNormaliser;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.local.http.Caller;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.configuration.KafkaProperties;
import io.journeystream.runtime.http.HttpSettings;
import io.journeystream.serve.alerts.targets.Channel;
import io.journeystream.serve.alerts.targets.Notice;
import io.journeystream.serve.alerts.targets.Sent;
import io.journeystream.serve.http.AlertAccess;
import io.journeystream.serve.http.ServeSettings;
import io.journeystream.serve.http.ServeSettings.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** How servers are set up, and when they answer. */
final class Servers {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final IdentifierNormaliser EDGE = new IdentifierNormaliser(IdentifierSettings.STANDARD);

    private Servers() {}

    static ServeSettings settings(LocalStack stack) {
        return settings(stack.bootstrapServers(), stack.registryUrl());
    }

    static ServeSettings settings(String bootstrapServers, String registry) {
        return new ServeSettings(
                HttpSettings.at("127.0.0.1", 0),
                connection(bootstrapServers, registry),
                Definitions.STANDARD,
                written -> EDGE.normalise("", List.of(written)).stream().findFirst(),
                "journeystream-stitching",
                null,
                Limits.STANDARD);
    }

    /** All targets take what they are sent. */
    static AlertAccess alerts() {
        return new AlertAccess(to -> to.get("webhook").text(""), subscription -> new Accepting(), Clock.systemUTC());
    }

    private static final class Accepting implements Channel {
        @Override
        public Sent send(Notice notice) {
            return new Sent.Accepted();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static Connection connection(String bootstrapServers, String registry) {
        return new Connection(
                bootstrapServers,
                KafkaProperties.NONE,
                RegistrySettings.of(registry),
                RegistryClient.OWN,
                Registration.REGISTER);
    }

    static void awaitReady(Caller caller) throws Exception {
        long start = System.nanoTime();
        Caller.Answer answer = caller.call("GET", "/health/ready");
        while (answer.status() != 200) {
            assertThat(System.nanoTime() - start).as(answer.text()).isLessThan(PATIENCE.toNanos());
            Thread.sleep(50);
            answer = caller.call("GET", "/health/ready");
        }
    }
}
