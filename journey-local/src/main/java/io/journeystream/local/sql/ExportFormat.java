package io.journeystream.local.sql;

import java.util.Locale;

/** Of which kind exported files are. */
public enum ExportFormat {
    PARQUET,
    CSV;

    /** How such files' names end. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
