package io.journeystream.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.registry.SchemaRegistry.RegisteredSchema;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityLevelTest {
    private static final Schema PLAIN = order().endRecord();
    private static final Schema OPTIONAL =
            order().name("note").type().stringType().stringDefault("").endRecord();
    private static final Schema REQUIRED = order().requiredString("note").endRecord();

    @ParameterizedTest(
            name = "{0}: optional field added {1}, required field added {2}, required field dropped {3},"
                    + " required after plain and optional {4}")
    @CsvSource({
        "NONE,                true, true,  true,  true",
        "BACKWARD,            true, false, true,  true",
        "BACKWARD_TRANSITIVE, true, false, true,  false",
        "FORWARD,             true, true,  false, true",
        "FORWARD_TRANSITIVE,  true, true,  false, true",
        "FULL,                true, false, false, true",
        "FULL_TRANSITIVE,     true, false, false, false"
    })
    void aLevelAllowsWhatItsNameSays(
            CompatibilityLevel level, boolean optional, boolean required, boolean dropped, boolean afterBoth) {
        assertThat(allows(level, OPTIONAL, PLAIN)).isEqualTo(optional);
        assertThat(allows(level, REQUIRED, PLAIN)).isEqualTo(required);
        assertThat(allows(level, PLAIN, REQUIRED)).isEqualTo(dropped);
        assertThat(allows(level, REQUIRED, PLAIN, OPTIONAL)).isEqualTo(afterBoth);
    }

    private static boolean allows(CompatibilityLevel level, Schema next, Schema... earlier) {
        List<RegisteredSchema> versions = List.of(earlier).stream()
                .map(schema -> new RegisteredSchema("orders", 1, 1, schema))
                .toList();
        return level.problems(next, versions).isEmpty();
    }

    private static SchemaBuilder.FieldAssembler<Schema> order() {
        return SchemaBuilder.record("Order").fields().requiredLong("number");
    }
}
