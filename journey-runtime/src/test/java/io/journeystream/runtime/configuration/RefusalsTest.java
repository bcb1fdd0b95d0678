package io.journeystream.runtime.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that is refused, with its place and what would be right; all of it at once. */
class RefusalsTest {
    @TempDir
    private Path directory;

    @Test
    void two_mistakes_in_a_file_give_two_lines_with_their_places() throws IOException {
        Path file = file("# ours\nregistry.urll=http://r:8081\n\nwork.threads=many\n");

        assertThat(Sample.of(PropertiesFile.read(file)).mistakes())
                .containsExactly(
                        file + ":2: registry.urll is no setting: did you mean registry.url?",
                        file + ":4: work.threads: 'many' is not right; give a whole number from 1 to 64");
    }

    @Test
    void a_key_twice_in_a_file() throws IOException {
        Path file = file("work.threads=2\nwork.patience: 5m\nwork.threads=3\n");

        assertThat(Sample.of(PropertiesFile.read(file)).mistakes())
                .containsExactly(file + ":3: work.threads is given a second time, first at " + file + ":1; leave one");
    }

    @Test
    void lines_are_counted_over_continued_ones() throws IOException {
        Path file = file("registry.url=http://one:8081,\\\n   http://two:8081\n! no setting\\\nwork.threads=0\n");

        assertThat(Sample.of(PropertiesFile.read(file)).mistakes())
                .containsExactly(file + ":4: work.threads: '0' is not right; give a whole number from 1 to 64");
    }

    @Test
    void a_file_that_is_not_there_or_not_text() throws IOException {
        Path missing = directory.resolve("missing.properties");
        Path latin = Files.write(directory.resolve("latin"), "a=\u00fc".getBytes(StandardCharsets.ISO_8859_1));
        Path escape = file("work.threads=\\u00zz");

        assertThat(Sample.of(PropertiesFile.read(missing))
                        .and(PropertiesFile.read(latin))
                        .and(PropertiesFile.read(escape))
                        .mistakes())
                .containsExactly(
                        missing + ": there is no such file; --config names a properties file",
                        latin + ": is not UTF-8; save it as UTF-8",
                        escape + ":1: a \\u must be followed by four hexadecimal digits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "work.threads=65                      | '65' is not right; give a whole number from 1 to 64",
                "work.threads=                        | nothing is not right; give a whole number",
                "work.patience=soon                   | 'soon' is not right; give a duration such as 500ms, 10s",
                "work.patience=31d                    | '31d' is not right",
                "work.patience=10                     | from 1s to 30d",
                "registry.url=r:8081                  | 'r:8081' is not right; give http://host:port",
                "registry.url=http://a:1,             | is not right; give http://host:port",
                "registry.client=other                | 'other' is not right; give own or confluent",
                "registry.auto-register=yes           | 'yes' is not right; give true or false",
                "kafka.bootstrap.servers=localhost    | give host:port of one or more brokers",
                "kafka.linger.ms=soon                 | kafka.linger.ms is refused by Kafka's client",
                "kafka.security.protocol=TLS          | security.protocol",
                "work.thread=1                        | did you mean work.threads?",
                "wholly.different=1                   | wholly.different is no setting",
                "work.threads                         | must be followed by key=value",
            })
    void what_is_not_right(String assignment, String hint) {
        assertThat(Sample.flags(assignment).mistakes())
                .singleElement()
                .satisfies(
                        mistake -> assertThat(mistake).startsWith("flag --set").contains(hint));
    }

    @Test
    void a_variable_that_is_no_setting() {
        assertThat(Sample.environment(Map.of(
                                "JOURNEY_REGISTRY_ULR",
                                "x",
                                "JOURNEY_JAVA_OPTS",
                                "-Xmx1g",
                                "HOME",
                                "y",
                                "JOURNEY_WORK_PATIENCE",
                                "never"))
                        .mistakes())
                .containsExactly(
                        "environment variable JOURNEY_REGISTRY_ULR: is no setting: did you mean JOURNEY_REGISTRY_URL?",
                        "environment variable JOURNEY_WORK_PATIENCE: work.patience: 'never' is not right; give a duration"
                                + " such as 500ms, 10s, 5m, 2h, 7d or PT10S, from 1s to 30d");
    }

    @Test
    void what_is_needed_and_not_given() {
        assertThat(new Sample().needing(Connection.NEEDED).mistakes())
                .containsExactly(
                        "kafka.bootstrap.servers: is needed and not given: use --bootstrap-server, write"
                                + " kafka.bootstrap.servers=... into the file of --config, or set"
                                + " JOURNEY_KAFKA_BOOTSTRAP_SERVERS; it is host:port of one or"
                                + " more brokers, with commas between",
                        "registry.url: is needed and not given: use --registry, write registry.url=... into the file of --config, or"
                                + " set JOURNEY_REGISTRY_URL; it is http://host:port or https://..., several with commas"
                                + " between");
    }

    @Test
    void a_secret_and_a_file_with_it() throws IOException {
        Path secret = file("hush\n");

        assertThat(Sample.environment(Map.of("JOURNEY_REGISTRY_PASSWORD", "other"))
                        .andFlags("registry.user=ada", "registry.password-file=" + secret)
                        .mistakes())
                .containsExactly("flag --set registry.password-file: registry.password-file and registry.password"
                        + " (environment variable JOURNEY_REGISTRY_PASSWORD) are both given; leave one");
    }

    @Test
    void a_file_for_a_secret_that_is_not_there() {
        assertThat(Sample.flags("registry.user=ada", "registry.password-file=/no/such")
                        .mistakes())
                .containsExactly(
                        "flag --set registry.password-file: registry.password-file must name a file that can be"
                                + " read (NoSuchFileException)");
    }

    @Test
    void what_does_not_go_together() {
        assertThat(Sample.flags("registry.password=x", "registry.url=http://r:1")
                        .mistakes())
                .containsExactly(
                        "flag --set registry.password: registry.password needs registry.user, which is not given");
        assertThat(Sample.flags("registry.user=x", "registry.url=http://u:p@r:1")
                        .mistakes())
                .containsExactly("flag --set registry.user: registry.user contradicts the user that stands in"
                        + " registry.url; leave one of them");
        assertThat(Sample.flags("kafka.sasl.jaas.config=x", "kafka.security.protocol=SSL")
                        .mistakes())
                .containsExactly(
                        "kafka.sasl.jaas.config: has no effect while kafka.security.protocol is SSL; set that to"
                                + " SASL_SSL (with TLS) or SASL_PLAINTEXT (without)");
        assertThat(Sample.flags("kafka.ssl.truststore.location=/t").mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake).contains("is PLAINTEXT; set that to SSL or SASL_SSL"));
    }

    @Test
    void settings_that_would_share_a_variable_cannot_be_declared() {
        Setting<String> one = Setting.of("a.b-c", Kinds.text("x"), "One.");
        Setting<String> other = Setting.of("a.b.c", Kinds.text("x"), "Other.");

        assertThatThrownBy(() -> new Catalogue(List.of(one, other), KafkaDefinitions.with(new ConfigDef()), List.of()))
                .hasMessage("a.b.c and a.b-c would share the variable JOURNEY_A_B_C");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("journey.properties"), text);
    }
}
