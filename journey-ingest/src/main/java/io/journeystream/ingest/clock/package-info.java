/** The time that the edge tells to all partitions. */
package io.journeystream.ingest.clock;
