package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @Test
    void without_arguments_it_says_what_there_is() {
        Journey journey = Journey.run();

        assertThat(journey.exitCode()).isZero();
        assertThat(journey.out()).contains("analyze", "demo", "sql", "export", "Examples:", "Exit codes:");
    }

    @ParameterizedTest
    @CsvSource({
        "analyze,--mapping",
        "demo,--for",
        "simulate,--since",
        "import,--discard",
        "serve,--port",
        "health,--by",
        "flows,--type",
        "sql,--database",
        "export,--views"
    })
    void each_command_explains_itself_with_examples(String command, String option) {
        Journey journey = Journey.run(command, "--help");

        assertThat(journey.exitCode()).isZero();
        assertThat(journey.out()).contains(option, "Examples:", "./journey " + command, "130");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "explain", "withdraw", "restore", "block", "unblock"})
    void each_command_about_identity_explains_itself_with_examples(String command) {
        Journey journey = Journey.run("identity", command, "--help");

        assertThat(journey.exitCode()).isZero();
        assertThat(journey.out()).contains("--as-stored", "Exit codes:", "Examples:", "./journey identity " + command);
    }

    @ParameterizedTest
    @CsvSource({"show,--history", "try,--since", "publish,--by"})
    void each_command_about_definitions_explains_itself(String command, String option) {
        Journey journey = Journey.run("definitions", command, "--help");

        assertThat(journey.exitCode()).isZero();
        assertThat(journey.out()).contains(option, "Exit codes:");
    }

    @ParameterizedTest
    @CsvSource({
        "subscriptions,put,--team",
        "subscriptions,list,--output",
        "subscriptions,show,ID",
        "subscriptions,remove,--team",
        "alerts,list,--all",
        "alerts,silence,--why",
        "alerts,deliveries,--undelivered",
        "alerts,deliver,--monitoring-port",
        "alerts,send-test,SUBSCRIPTION"
    })
    void each_command_about_alerts_explains_itself(String group, String command, String option) {
        Journey journey = Journey.run(group, command, "--help");

        assertThat(journey.exitCode()).isZero();
        assertThat(journey.out()).contains(option, "Exit codes:");
    }

    @Test
    void it_tells_its_version() {
        assertThat(Journey.run("--version").out()).startsWith("Journeystream ").contains("Kafka ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analyze x.csv                               | --out",
                "analyze --out o                             | FILE",
                "analyze x.csv --out o --timezone Mars       | 'Mars' is no time zone",
                "analyze x.csv --out o --delimiter ab        | one character",
                "analyze x.csv --out o --format xml          | xml",
                "analyze x.csv --out o --until yesterday     | 'yesterday' is no instant",
                "analyze x.csv --out o --until 2026-03-01    | such as 2026-03-01T00:00:00Z",
                "analyze x.csv --out o --untill 2026-03-01   | --until",
                "demo --kafka-port 99999                     | '99999' is no port",
                "demo --registry-port x                      | 'x' is no port",
                "demo --for soon                             | 'soon' is no time",
                "demo --speed 0s                             | '0s' is no time",
                "import --bootstrap-server h:1 --registry http://h | FILE",
                "import --id a/b --bootstrap-server h:1 --registry http://h | 'a/b'",
                "identity show ada                           | type:value",
                "identity explain account:a                  | OTHER",
                "identity block device:d --wait soon         | 'soon' is no time",
                "flows --bootstrap-server h:1                | --type",
                "definitions try                             | journeys.yaml",
                "subscriptions put                           | FILE",
                "alerts silence --type billing --for 2h      | --team",
                "alerts silence --team b --for soon --why x  | 'soon' is no time",
                "health --since yesterday                    | such as 2026-03-01",
                "health --period week                        | week",
                "health --watch --output csv                 | --watch shows a table",
                "health --provisional --output json          | matured and provisional",
                "flows --type x --provisional --output csv   | matured and provisional",
                "sql                                         | give a statement",
                "sql x --output parquet                      | --out",
                "sql x --files nowhere                       | --files",
                "export --out o                              | --format",
                "export --format xml --out o                 | xml",
                "export --format csv --out o --since soon    | 'soon' is no moment",
                "analise x.csv                               | analyze"
            })
    void wrong_usage_is_explained(String arguments, String hint) {
        Journey journey = Journey.run(arguments.strip().split(" +"));

        assertThat(journey.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(journey.err()).contains(hint).contains("--help").doesNotContain("Usage:");
    }
}
