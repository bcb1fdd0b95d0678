/** What requests bring: cut into items, decided about, handed to Kafka, receipted. */
package io.journeystream.ingest.intake;
