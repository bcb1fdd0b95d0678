package io.journeystream.ingest.imports;

/**
 * What became of the rows and events of an import, so far.
 *
 * @param rows rows read, readable or not; the header is none
 * @param skipped rows that the mapping left out on purpose, or all of whose events are later than {@code until}
 * @param rejectedRows rows refused whole: unreadable, mapping failed, or an event of theirs invalid
 * @param eventsSent events sent to Kafka
 * @param rejectedEvents single events refused: FUTURE, TOO_LATE
 * @param eventsAfterUntil events left out because they are later than {@code until}
 */
public record ImportCounts(
        long rows, long skipped, long rejectedRows, long eventsSent, long rejectedEvents, long eventsAfterUntil) {}
