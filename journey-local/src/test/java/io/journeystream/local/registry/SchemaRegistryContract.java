package io.journeystream.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.events.ChannelEvent;
import io.journeystream.registry.AvroSchemas;
import io.journeystream.registry.RegistryRefused;
import io.journeystream.registry.SchemaById;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.registry.SchemaRegistry.RegisteredSchema;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What Journeystream expects of any registry, whoever made it. Subclasses say which; subjects are new in each test, so that
 * one registry serves all. Its compatibility must be BACKWARD_TRANSITIVE.
 */
abstract class SchemaRegistryContract {
    private static final Schema FIRST = order().endRecord();
    private static final Schema WITH_DEFAULT =
            order().name("note").type().stringType().stringDefault("").endRecord();
    private static final Schema WITHOUT_DEFAULT = order().requiredString("note").endRecord();

    private final String subject = "contract-" + UUID.randomUUID() + "/with slash-value";
    private SchemaRegistry registry;

    /** A client of the registry under test. */
    abstract SchemaRegistry registry();

    @BeforeEach
    void connect() {
        registry = registry();
    }

    private static SchemaBuilder.FieldAssembler<Schema> order() {
        return SchemaBuilder.record("Order").namespace("contract").fields().requiredLong("number");
    }

    @Test
    void aRegisteredSchemaIsFoundByItsId() {
        int id = registry.register(subject, FIRST);

        assertThat(registry.schemaById(id)).isEqualTo(new SchemaById.Known(FIRST));
    }

    @Test
    void ourOwnSchemasComeBackWholeWithTheirDocs() {
        Schema ours = AvroSchemas.published(ChannelEvent.getClassSchema());
        int id = registry.register(subject, ours);

        Schema theirs = ((SchemaById.Known) registry.schemaById(id)).schema();
        assertThat(theirs.toString()).isEqualTo(ours.toString());
    }

    @Test
    void registeringTwiceGivesTheSameIdAndNoNewVersion() {
        int id = registry.register(subject, FIRST);

        assertThat(registry.register(subject, FIRST)).isEqualTo(id);
        assertThat(registry.latest(subject)).hasValue(new RegisteredSchema(subject, 1, id, FIRST));
    }

    @Test
    void theSameSchemaHasTheSameIdUnderEverySubject() {
        assertThat(registry.register(subject + "-2", FIRST)).isEqualTo(registry.register(subject, FIRST));
    }

    @Test
    void aCompatibleSchemaBecomesTheNextVersion() {
        int first = registry.register(subject, FIRST);
        int second = registry.register(subject, WITH_DEFAULT);

        assertThat(second).isNotEqualTo(first);
        assertThat(registry.latest(subject)).hasValue(new RegisteredSchema(subject, 2, second, WITH_DEFAULT));
        assertThat(registry.lookup(subject, FIRST)).hasValue(first);
    }

    @Test
    void anIncompatibleSchemaIsRefusedAndChangesNothing() {
        int id = registry.register(subject, FIRST);

        assertThatThrownBy(() -> registry.register(subject, WITHOUT_DEFAULT))
                .isInstanceOf(RegistryRefused.class)
                .hasMessageContaining("note");
        assertThat(registry.lookup(subject, WITHOUT_DEFAULT)).isEmpty();
        assertThat(registry.latest(subject)).map(RegisteredSchema::id).hasValue(id);
    }

    @Test
    void compatibilityIsToldWithoutRegistering() {
        registry.register(subject, FIRST);

        assertThat(registry.compatibility(subject, WITH_DEFAULT).compatible()).isTrue();
        assertThat(registry.compatibility(subject, WITHOUT_DEFAULT).compatible())
                .isFalse();
        assertThat(registry.lookup(subject, WITH_DEFAULT)).isEmpty();
    }

    @Test
    void aNewVersionMustReadAllEarlierOnesNotOnlyTheLast() {
        registry.register(subject, FIRST);
        registry.register(subject, WITH_DEFAULT);

        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(WITHOUT_DEFAULT, WITH_DEFAULT)
                        .getType())
                .isEqualTo(SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE);
        assertThatThrownBy(() -> registry.register(subject, WITHOUT_DEFAULT)).isInstanceOf(RegistryRefused.class);
    }

    @Test
    void aSubjectWithoutVersionsTakesAnySchema() {
        assertThat(registry.compatibility(subject, FIRST).compatible()).isTrue();
    }

    @Test
    void whatIsNotThereIsAValueNotAnError() {
        assertThat(registry.schemaById(Integer.MAX_VALUE)).isEqualTo(new SchemaById.Unknown());
        assertThat(registry.latest(subject)).isEmpty();
        assertThat(registry.lookup(subject, FIRST)).isEmpty();
        registry.register(subject, FIRST);
        assertThat(registry.lookup(subject, WITH_DEFAULT)).isEmpty();
    }

    @Test
    void subjectsAreListed() {
        registry.register(subject, FIRST);

        assertThat(registry.subjects()).contains(subject);
    }

    @Test
    void aSchemaThatDiffersInItsDocsOnlyIsAVersionOfItsOwn() {
        Schema documented = SchemaBuilder.record("Order")
                .namespace("contract")
                .doc("An order.")
                .fields()
                .requiredLong("number")
                .endRecord();
        int first = registry.register(subject, FIRST);

        assertThat(registry.register(subject, documented)).isNotEqualTo(first);
        assertThat(registry.latest(subject)).map(RegisteredSchema::version).hasValue(2);
    }
}
