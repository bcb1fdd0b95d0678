package io.journeystream.ingest.files;

/**
 * What names the columns of rows, as it stands in their file.
 *
 * @param header the header line, without its line end
 * @param delimiter between the columns
 */
public record Columns(String header, char delimiter) {}
