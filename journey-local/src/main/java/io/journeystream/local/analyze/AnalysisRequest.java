package io.journeystream.local.analyze;

import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.ingest.files.Format;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to analyze, and where the results go.
 *
 * @param mapping null: rows are native events
 * @param format null: as the files' names tell
 * @param delimiter null: as the format says
 * @param zone of local times
 * @param identifiers how they are normalised
 * @param until as of when; later events are skipped; null: as of the latest event
 * @param out directory of the results
 * @param data directory of broker and state; null: a temporary one
 */
public record AnalysisRequest(
        List<Path> files,
        @Nullable Path mapping,
        @Nullable Format format,
        @Nullable Character delimiter,
        ZoneId zone,
        WrittenDefinitions definitions,
        IdentifierSettings identifiers,
        @Nullable Instant until,
        Path out,
        @Nullable Path data) {

    public AnalysisRequest {
        files = List.copyOf(files);
    }
}
