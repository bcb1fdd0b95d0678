package io.journeystream.registry;

import org.apache.avro.Schema;

/** What a registry has under an id. */
public sealed interface SchemaById {

    /** An Avro schema. */
    record Known(Schema schema) implements SchemaById {}

    /** Something that cannot be used to read a record: no Avro, or broken. */
    record Unusable(String why) implements SchemaById {}

    /** The registry is up and has nothing under this id. */
    record Unknown() implements SchemaById {}
}
