package io.journeystream.streams.imports;

/**
 * An import of which events are kept aside.
 *
 * @param waiting how many
 */
public record WaitingImport(String id, ImportState state, long waiting) {}
