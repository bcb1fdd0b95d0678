package io.journeystream.identity;

/**
 * Evidence that joins nothing, since the customer would hold too many identifiers of a type.
 *
 * @param evidence what was seen
 * @param type whose limit stands against it
 */
public record Conflict(Evidence evidence, String type) {}
