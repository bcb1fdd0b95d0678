package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules are tested on hours that a person makes up. */
class AlertsTest {
    private static final String RULES = """
            alerts:
              - {name: low, types: [billing], metric: fcr, below: 0.7, minimum: 20}
            """;

    @TempDir
    private Path directory;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private Journey test(String rules, String tests) throws IOException {
        return Journey.run(
                "alerts",
                "test",
                file("journeys.yaml", rules).toString(),
                file("tests.yaml", tests).toString());
    }

    private static String test(String fires) {
        return """
                tests:
                  - name: a bad hour
                    rule: low
                    hours:
                      - {repeat: 2, journeys: 100, firstContactKnown: 100, firstContactResolved: 80}
                      - {journeys: 100, firstContactKnown: 100, firstContactResolved: 60}
                      - {journeys: 100, firstContactKnown: 100, firstContactResolved: 80}
                    fires: %s
                """.formatted(fires);
    }

    @Test
    void a_rule_that_fires_when_it_should_passes() throws IOException {
        Journey run = test(RULES, test("[{from: 2, until: 3}]"));

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.out()).contains("ok      a bad hour: as it should", "1 passed, 0 failed");
    }

    @Test
    void a_rule_that_fires_otherwise_fails_and_says_when() throws IOException {
        Journey run = test(RULES, test("[]"));

        assertThat(run.exitCode()).isEqualTo(ExitCodes.DIFFERENT);
        assertThat(run.out()).contains("FAILED  a bad hour: fires from hour 2 until hour 3, should never");
    }

    @Test
    void mistakes_in_rules_and_elsewhere_in_the_file_are_told_together() throws IOException {
        Journey run = test("currency: GOLD\nalerts: [{name: low, metric: fc, below: 0.7}]", test("[]"));

        assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(run.err()).contains("2 mistakes", "journeys.yaml:1:11", "journeys.yaml:2:", "fcr?");
    }

    @Test
    @Timeout(45)
    void a_kafka_that_is_not_there_is_named_and_not_waited_for_long() {
        Journey run =
                Journey.run("alerts", "list", "--bootstrap-server", "127.0.0.1:1", "--registry", "http://127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(run.err()).contains("error: Kafka at 127.0.0.1:1 does not answer");
    }
}
