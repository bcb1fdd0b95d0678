package io.journeystream.ingest.imports;

import io.journeystream.ingest.files.Format;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to import and how.
 *
 * @param files in this order
 * @param mapping a JSONata expression in a file; null: each row is a native event
 * @param format of all files; null: as the name of each tells
 * @param delimiter between columns; null: what the format says
 * @param zone of local times, for the mapping
 * @param until later events are skipped and counted; null: none
 */
public record ImportSettings(
        List<Path> files,
        @Nullable Path mapping,
        @Nullable Format format,
        @Nullable Character delimiter,
        ZoneId zone,
        @Nullable Instant until) {

    public ImportSettings {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("an import needs at least one file");
        }
    }

    /** Native NDJSON, or whatever the names of the files tell. */
    public static ImportSettings of(Path... files) {
        return new ImportSettings(List.of(files), null, null, null, ZoneOffset.UTC, null);
    }
}
