package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.broker.SecuredBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS and SASL of a properties file reach the clients; wrong ones are told apart from an outage. */
@Timeout(120)
class SecuredKafkaTest {
    @TempDir
    private static Path directory;

    private static SecuredBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new SecuredBroker(directory);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void topics_are_made_and_checked_over_tls_with_a_password() throws IOException {
        String config = config(SecuredBroker.PASSWORD, "SASL_SSL").toString();

        Journey create = Journey.run("topics", "create", "--config", config);
        Journey check = Journey.run("topics", "check", "--config", config);

        assertThat(create.exitCode()).as("%s", create).isZero();
        assertThat(check.out()).contains("the topics are as they must be");
    }

    @Test
    void a_wrong_password_is_refused_at_once_and_not_shown() throws IOException {
        Journey journey = Journey.run(
                "topics",
                "check",
                "--config",
                config("wrong-secret", "SASL_SSL").toString());

        assertThat(journey.exitCode()).as("%s", journey).isEqualTo(ExitCodes.FAILED);
        assertThat(journey.err())
                .contains("does not let us in", "Authentication failed", "kafka.security.protocol is SASL_SSL")
                .doesNotContain("wrong-secret", SecuredBroker.STORE_PASSWORD);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_at_once() throws IOException {
        Path config = Files.writeString(
                directory.resolve("untrusting.properties"),
                "kafka.bootstrap.servers=" + broker.bootstrapServers() + "\nregistry.url=http://127.0.0.1:1\n"
                        + "kafka.security.protocol=SSL\n");

        Journey journey = Journey.run("topics", "check", "--config", config.toString());

        assertThat(journey.exitCode()).as("%s", journey).isEqualTo(ExitCodes.FAILED);
        assertThat(journey.err()).contains("does not let us in", "certification path");
    }

    private static Path config(String password, String protocol) throws IOException {
        Path secret = Files.writeString(directory.resolve("store-password"), SecuredBroker.STORE_PASSWORD + "\n");
        return Files.writeString(directory.resolve(password + ".properties"), """
                kafka.bootstrap.servers = %s
                registry.url = http://127.0.0.1:1
                topics.partitions = 2
                kafka.security.protocol = %s
                kafka.ssl.truststore.location = %s
                kafka.ssl.truststore.type = PKCS12
                kafka.ssl.truststore.password-file = %s
                kafka.sasl.mechanism = PLAIN
                kafka.sasl.jaas.config = org.apache.kafka.common.security.plain.PlainLoginModule required \\
                    username="journey" password="%s";
                """.formatted(
                        broker.bootstrapServers(), protocol, broker.store(), secret, password));
    }
}
