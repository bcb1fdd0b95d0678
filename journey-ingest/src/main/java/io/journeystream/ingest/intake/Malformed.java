package io.journeystream.ingest.intake;

/**
 * Where and why text is no JSON.
 *
 * @param line in the body, from 1
 * @param column in bytes, from 1
 */
public record Malformed(String message, long line, long column) {}
