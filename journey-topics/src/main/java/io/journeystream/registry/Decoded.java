package io.journeystream.registry;

/** What became of the bytes of a record. An outage of the registry is none of these: {@link RegistryUnavailable}. */
public sealed interface Decoded<T> {

    /** Read, as the generated class has it. */
    record Value<T>(T value) implements Decoded<T> {}

    /**
     * Not the Avro record it should be, and never will be.
     *
     * @param message what is wrong, for a person to read
     */
    record Undecodable<T>(String message) implements Decoded<T> {}

    /**
     * Has a header, but the registry knows no schema of this id.
     *
     * @param message what is wrong, for a person to read
     */
    record UnknownSchema<T>(int schemaId, String message) implements Decoded<T> {}
}
