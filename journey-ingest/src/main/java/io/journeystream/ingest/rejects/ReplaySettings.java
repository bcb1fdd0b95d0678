package io.journeystream.ingest.rejects;

import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * How rejects become events.
 *
 * @param mapping for rows; null: JSON is native events
 */
public record ReplaySettings(@Nullable Mapping mapping, IdentifierSettings identifiers) {}
