package io.journeystream.local.bitools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The files that open a connection with one click are of the documented form: one connection each. */
class PbidsTest {
    @Test
    void a_connection_to_the_database() throws IOException {
        JsonNode connection = connection("journeystream.pbids");

        assertThat(connection.at("/details/protocol").asText()).isEqualTo("postgresql");
        assertThat(connection.at("/details/address/server").asText()).isEqualTo("localhost:5432");
        assertThat(connection.at("/details/address/database").asText()).isEqualTo("journeystream");
    }

    @Test
    void a_connection_over_odata() throws IOException {
        JsonNode connection = connection("journeystream-odata.pbids");

        assertThat(connection.at("/details/protocol").asText()).isEqualTo("odata");
        assertThat(connection.at("/details/address/url").asText()).endsWith("/odata/v4/");
    }

    private static JsonNode connection(String file) throws IOException {
        JsonNode json = new JsonMapper().readTree(Path.of("..", "bi", file).toFile());
        assertThat(json.path("version").asText()).isEqualTo("0.1");
        assertThat(json.path("connections")).hasSize(1);
        assertThat(json.at("/connections/0/mode").asText()).isIn("Import", "DirectQuery");
        return json.at("/connections/0");
    }
}
