package io.journeystream.ingest.imports;

import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.topics.ImportId;
import java.util.Map;

/**
 * An import into a running system.
 *
 * @param id the same for every attempt at the same import
 * @param producer how to reach Kafka
 * @param admin properties of Kafka's admin client, addresses of the brokers included
 * @param group of the running instances of stitching
 * @param mostUnread events of the import that may lie unread in Kafka at any time: so many a live event may have to wait
 *     for
 */
public record LiveImportSettings(
        ImportId id, ProducerSettings producer, Map<String, Object> admin, String group, int mostUnread) {
    /** Read in a fraction of a second, and enough to keep stitching at work between two commits. */
    public static final int MOST_UNREAD = 4_000;

    public LiveImportSettings {
        admin = Map.copyOf(admin);
        if (mostUnread < 2) {
            throw new IllegalArgumentException("at least 2 events must be allowed to lie unread, was " + mostUnread);
        }
        if (group.isBlank()) {
            throw new IllegalArgumentException("the group of stitching must be named, as its application id is");
        }
    }
}
