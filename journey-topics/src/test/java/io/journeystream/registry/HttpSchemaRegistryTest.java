package io.journeystream.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSchemaRegistryTest {
    private static final String STRING = "{\"schema\":\"\\\"string\\\"\"}";
    private static final SchemaById KNOWN = new SchemaById.Known(Schema.create(Schema.Type.STRING));

    private FakeServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anUnknownIdIsAValue() {
        server.answers(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");

        assertThat(registry().schemaById(7)).isEqualTo(new SchemaById.Unknown());
        assertThat(server.requests()).containsExactly("GET /schemas/ids/7");
    }

    @Test
    void aNotFoundThatIsNotTheRegistrysOwnIsNoUnknownSchema() {
        server.answers(404, "<html>no such page</html>");

        assertThatThrownBy(() -> registry().schemaById(7))
                .isInstanceOf(RegistryRefused.class)
                .hasMessageContaining("is there a schema registry at this address?");
    }

    @Test
    void anAnswerThatIsNoRegistrysIsRefused() {
        server.answers(200, "<html>welcome</html>").answers(200, "{\"hello\":\"world\"}");

        assertThatThrownBy(() -> registry().schemaById(7)).isInstanceOf(RegistryRefused.class);
        assertThatThrownBy(() -> registry().schemaById(7)).isInstanceOf(RegistryRefused.class);
    }

    @Test
    void aShortOutageIsWaitedOut() {
        server.answers(503, "starting").answers(429, "slowly").answers(200, STRING);

        assertThat(registry().schemaById(7)).isEqualTo(KNOWN);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aLongOutageIsSaidToBeOne() {
        server.answers(500, "{\"error_code\":50001}").answers(502, "").answers(503, "");

        assertThatThrownBy(() -> registry().schemaById(7))
                .isInstanceOf(RegistryUnavailable.class)
                .hasMessageContaining(server.url())
                .hasMessageContaining("503");
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        server.answers(401, "{\"error_code\":401,\"message\":\"User cannot access the resource.\"}");

        assertThatThrownBy(() -> registry().subjects())
                .isInstanceOf(RegistryRefused.class)
                .hasMessageContaining("401")
                .hasMessageContaining("User cannot access");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anotherAddressOfTheSameRegistryTakesOver() {
        server.answers(200, STRING).answers(200, STRING);
        String nobody = Registries.nobodyThere().urls().get(0).toString();
        var registry = new HttpSchemaRegistry(
                RegistrySettings.of(nobody + "," + server.url()).withBackoff(Registries.IMPATIENT));

        assertThat(registry.schemaById(7)).isEqualTo(KNOWN);
        assertThat(registry.schemaById(7)).isEqualTo(KNOWN);
    }

    @Test
    void userAndPasswordGoAlongAndAreNotPrinted() {
        server.answers(200, "[]");
        RegistrySettings settings = RegistrySettings.of(server.url().replace("//", "//ada:s3cret@"));

        new HttpSchemaRegistry(settings).subjects();

        assertThat(server.requests()).containsExactly("GET /subjects Basic YWRhOnMzY3JldA==");
        assertThat(settings.toString()).contains("ada").doesNotContain("s3cret");
    }

    @Test
    void aPathInTheAddressIsKeptAndASubjectIsEscaped() {
        server.answers(404, "{\"error_code\":40401,\"message\":\"Subject not found\"}");
        var registry = new HttpSchemaRegistry(RegistrySettings.of(server.url() + "/apis/ccompat/v7/"));

        assertThat(registry.latest("a/b c")).isEmpty();
        assertThat(server.requests()).containsExactly("GET /apis/ccompat/v7/subjects/a%2Fb%20c/versions/latest");
    }

    @Test
    void aSchemaThatIsNoAvroIsUnusableNotUnknown() {
        server.answers(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\"}")
                .answers(200, "{\"schema\":\"{\"}")
                .answers(200, "{\"schema\":\"\\\"string\\\"\",\"references\":[{\"name\":\"x\"}]}");

        assertThat(registry().schemaById(1)).isEqualTo(new SchemaById.Unusable("its schema is PROTOBUF, not Avro"));
        assertThat(registry().schemaById(2)).isInstanceOf(SchemaById.Unusable.class);
        assertThat(registry().schemaById(3)).isInstanceOf(SchemaById.Unusable.class);
    }

    private SchemaRegistry registry() {
        return new HttpSchemaRegistry(RegistrySettings.of(server.url()).withBackoff(Registries.IMPATIENT));
    }
}
