package io.journeystream.runtime.configuration;

/** The clients of the schema registry that there are. */
public enum RegistryChoice {
    OWN,
    CONFLUENT
}
