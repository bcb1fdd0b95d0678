package io.journeystream.streams.imports;

import io.journeystream.events.Event;
import io.journeystream.streams.clusters.Root;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * The events of one import that wait for one cluster, in order of arrival.
 *
 * @param account number of the import
 * @param rows where they lie
 */
public record StagedCluster(long account, Root root, List<Event> events, List<Bytes> rows) {}
