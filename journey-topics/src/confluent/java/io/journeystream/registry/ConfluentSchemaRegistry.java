package io.journeystream.registry;

import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A registry by way of Confluent's own client, with the outcomes of {@link HttpSchemaRegistry}. Asks anew each time; put
 * a {@link CachingRegistry} in front of it for records.
 */
public final class ConfluentSchemaRegistry implements SchemaRegistry {
    private final ConfluentCalls calls;
    private final RestService rest;

    /** Does not connect yet. */
    public ConfluentSchemaRegistry(RegistrySettings settings) {
        this.rest = ConfluentCalls.client(settings);
        this.calls = new ConfluentCalls(settings);
    }

    @Override
    public int register(String subject, org.apache.avro.Schema schema) {
        String what = "schema for " + subject;
        RegisterSchemaResponse registered =
                calls.required(what, () -> rest.registerSchema(schema.toString(), subject, false));
        return calls.number(registered.getId(), "id", what);
    }

    @Override
    public OptionalInt lookup(String subject, org.apache.avro.Schema schema) {
        String what = "look-up under " + subject;
        return calls.optional(what, () -> rest.lookUpSubjectVersion(schema.toString(), subject))
                .map(found -> OptionalInt.of(calls.number(found.getId(), "id", what)))
                .orElseGet(OptionalInt::empty);
    }

    @Override
    public SchemaById schemaById(int id) {
        String what = "schema " + Integer.toUnsignedString(id);
        return calls.optional(what, () -> rest.getId(id))
                .map(found -> usable(found, what))
                .orElseGet(SchemaById.Unknown::new);
    }

    private SchemaById usable(SchemaString found, String what) {
        String text = calls.given(found.getSchemaString(), "schema", what);
        return AvroSchemas.usable(text, found.getSchemaType(), hasAny(found.getReferences()));
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        String what = "latest version of " + subject;
        return calls.optional(what, () -> rest.getLatestVersion(subject)).map(found -> version(subject, found, what));
    }

    private RegisteredSchema version(String subject, Schema found, String what) {
        String text = calls.given(found.getSchema(), "schema", what);
        SchemaById usable = AvroSchemas.usable(text, found.getSchemaType(), hasAny(found.getReferences()));
        int version = calls.number(found.getVersion(), "version", what);
        int id = calls.number(found.getId(), "id", what);
        return new RegisteredSchema(subject, version, id, AvroSchemas.required(usable, what));
    }

    @Override
    public List<String> subjects() {
        return List.copyOf(calls.required("list of subjects", rest::getAllSubjects));
    }

    /** Confluent's client gives problems only, at least one if incompatible. */
    @Override
    public Compatibility compatibility(String subject, org.apache.avro.Schema schema) {
        List<String> problems = calls.optional(
                        "compatibility check for " + subject,
                        () -> rest.testCompatibility(schema.toString(), subject, true))
                .orElseGet(List::of);
        return new Compatibility(problems.isEmpty(), problems);
    }

    private static boolean hasAny(@Nullable List<?> list) {
        return list != null && !list.isEmpty();
    }
}
