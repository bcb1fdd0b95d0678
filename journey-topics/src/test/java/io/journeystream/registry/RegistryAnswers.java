package io.journeystream.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client makes of whatever a registry, or somebody in its place, answers: the table of docs/registry.md. */
abstract class RegistryAnswers {
    private static final String STRING = "{\"schema\":\"\\\"string\\\"\"}";
    private static final Schema TEXT = Schema.create(Schema.Type.STRING);
    private static final SchemaById KNOWN = new SchemaById.Known(TEXT);

    private FakeServer server;

    /** The client under test. */
    abstract SchemaRegistry connect(RegistrySettings settings);

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SchemaRegistry registry() {
        return connect(settings());
    }

    private RegistrySettings settings() {
        return RegistrySettings.of(server.url()).withBackoff(Registries.IMPATIENT);
    }

    private static String error(int code, String message) {
        return "{\"error_code\":" + code + ",\"message\":\"" + message + "\"}";
    }

    @Test
    void an_unknown_id_is_a_value() {
        server.answers(404, error(40403, "Schema not found"));

        assertThat(registry().schemaById(7)).isEqualTo(new SchemaById.Unknown());
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {40401, 40402, 40403})
    void an_unknown_subject_or_version_is_a_value(int code) {
        server.answers(404, error(code, "not found"))
                .answers(404, error(code, "not found"))
                .answers(404, error(code, "not found"));

        assertThat(registry().latest("s")).isEmpty();
        assertThat(registry().lookup("s", TEXT)).isEmpty();
        assertThat(registry().compatibility("s", TEXT).compatible()).isTrue();
    }

    @Test
    void there_is_nothing_a_registration_may_not_find() {
        server.answers(404, error(40401, "Subject not found"));

        assertThatThrownBy(() -> registry().register("s", TEXT)).isInstanceOf(RegistryRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"409, 409", "409, 40901", "422, 42201", "422, 42203", "401, 401", "403, 40301", "400, 400"})
    void a_refusal_is_told_in_the_registrys_words_and_not_tried_again(int status, int code) {
        server.answers(status, error(code, "note at /fields/1"));

        assertThatThrownBy(() -> registry().register("s", TEXT))
                .isInstanceOf(RegistryRefused.class)
                .hasMessageContaining("schema for s")
                .hasMessageContaining(Integer.toString(status))
                .hasMessageContaining("note at /fields/1");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void a_short_outage_is_waited_out(int status) {
        server.answers(status, error(50001, "starting")).answers(status, "<html>busy</html>");
        server.answers(200, STRING);

        assertThat(registry().schemaById(7)).isEqualTo(KNOWN);
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void a_long_outage_is_said_to_be_one(int status) {
        server.answers(status, "").answers(status, "{\"error_code\":50001}").answers(status, "<html>busy</html>");

        assertThatThrownBy(() -> registry().register("s", TEXT))
                .isInstanceOf(RegistryUnavailable.class)
                .hasMessageContaining(server.url())
                .hasMessageContaining(Integer.toString(status));
    }

    @Test
    void nobody_at_the_address_is_an_outage() {
        assertThatThrownBy(() -> connect(Registries.nobodyThere()).subjects()).isInstanceOf(RegistryUnavailable.class);
    }

    @Test
    void silence_is_an_outage() {
        server.staysSilent().staysSilent().staysSilent();
        SchemaRegistry impatient = connect(settings().withTimeout(Duration.ofMillis(200)));

        assertThatThrownBy(() -> impatient.schemaById(7)).isInstanceOf(RegistryUnavailable.class);
    }

    @Test
    void an_answer_that_never_ends_is_an_outage() {
        server.neverFinishes(STRING).neverFinishes(STRING).answers(200, STRING);
        SchemaRegistry impatient = connect(settings().withTimeout(Duration.ofMillis(500)));

        assertThat(impatient.schemaById(7)).isEqualTo(KNOWN);
    }

    @Test
    void a_connection_that_breaks_in_the_middle_is_an_outage() {
        server.breaksOff(STRING).breaksOff(STRING).answers(200, STRING);

        assertThat(registry().schemaById(7)).isEqualTo(KNOWN);
    }

    @Test
    void an_answer_that_is_cut_off_is_an_outage() {
        server.answers(200, "{\"schema\":\"\\\"str").answers(200, "{").answers(200, STRING);

        assertThat(registry().schemaById(7)).isEqualTo(KNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>welcome</html>", "", "null", "[]", "{\"hello\":\"world\"}"})
    void what_no_registry_would_answer_is_refused(String body) {
        server.answers(200, body).answers(200, body).answers(200, body);

        assertThatThrownBy(() -> registry().schemaById(7))
                .isInstanceOf(RegistryRefused.class)
                .hasMessageContaining("is there a schema registry at this address?");
        assertThatThrownBy(() -> registry().register("s", TEXT)).isInstanceOf(RegistryRefused.class);
        assertThatThrownBy(() -> registry().latest("s")).isInstanceOf(RegistryRefused.class);
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>no such page</html>", "", "{\"status\":404}", "{\"error_code\":404}"})
    void somebody_elses_not_found_is_no_unknown_schema(String body) {
        server.answers(404, body).answers(404, body);

        assertThatThrownBy(() -> registry().schemaById(7)).isInstanceOf(RegistryRefused.class);
        assertThatThrownBy(() -> registry().latest("s")).isInstanceOf(RegistryRefused.class);
    }

    @Test
    void a_schema_that_is_no_avro_is_unusable_not_unknown() {
        server.answers(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\"}")
                .answers(200, "{\"schema\":\"{\"}")
                .answers(
                        200,
                        "{\"schema\":\"\\\"string\\\"\",\"references\":[{\"name\":\"x\",\"subject\":\"s\",\"version\":1}]}");

        assertThat(registry().schemaById(1)).isEqualTo(new SchemaById.Unusable("its schema is PROTOBUF, not Avro"));
        assertThat(registry().schemaById(2)).isInstanceOf(SchemaById.Unusable.class);
        assertThat(registry().schemaById(3)).isInstanceOf(SchemaById.Unusable.class);
    }

    @Test
    void a_latest_version_that_is_no_avro_is_refused() {
        server.answers(200, "{\"subject\":\"s\",\"version\":1,\"id\":1,\"schemaType\":\"JSON\",\"schema\":\"{}\"}");

        assertThatThrownBy(() -> registry().latest("s"))
                .isInstanceOf(RegistryRefused.class)
                .hasMessageContaining("JSON, not Avro");
    }

    @Test
    void another_address_of_the_same_registry_takes_over() {
        server.answers(200, STRING).answers(200, STRING);
        String nobody = Registries.nobodyThere().urls().get(0).toString();
        SchemaRegistry registry =
                connect(RegistrySettings.of(nobody + "," + server.url()).withBackoff(Registries.IMPATIENT));

        assertThat(registry.schemaById(7)).isEqualTo(KNOWN);
        assertThat(registry.schemaById(7)).isEqualTo(KNOWN);
    }

    @Test
    void user_and_password_go_along() {
        server.answers(200, "[]");

        connect(RegistrySettings.of(server.url().replace("//", "//ada:s3cret@")))
                .subjects();

        assertThat(server.requests())
                .singleElement()
                .asString()
                .startsWith("GET /subjects")
                .endsWith(" Basic YWRhOnMzY3JldA==");
    }

    @Test
    void a_path_in_the_address_is_kept_and_a_subject_is_escaped() {
        server.answers(404, error(40401, "Subject not found"));

        connect(RegistrySettings.of(server.url() + "/apis/ccompat/v7/")).latest("a/b c");

        assertThat(server.requests()).containsExactly("GET /apis/ccompat/v7/subjects/a%2Fb%20c/versions/latest");
    }
}
