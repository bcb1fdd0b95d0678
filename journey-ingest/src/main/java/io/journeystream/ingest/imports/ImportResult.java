package io.journeystream.ingest.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an import ended.
 *
 * @param counts final
 * @param latest greatest {@code occurredAt} of the events sent; null if none was
 * @param damage files that end too early or cannot be unpacked to their end, one sentence each; all that came before
 *     the damage was imported
 * @param warnings what a person should know about a run that succeeded
 */
public record ImportResult(ImportCounts counts, @Nullable Instant latest, List<String> damage, List<String> warnings) {
    public ImportResult {
        damage = List.copyOf(damage);
        warnings = List.copyOf(warnings);
    }
}
