package io.journeystream.local.cli;

import io.journeystream.ingest.files.Format;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How exports are read. */
final class ExportOptions {
    @Option(
            names = "--mapping",
            paramLabel = "M.jsonata",
            description = "JSONata expression from a row to native events; without it each row is a native event.")
    private @Nullable Path mapping;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, tsv, json or ndjson; without it the files' names tell.")
    private @Nullable Format format;

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            converter = Delimiter.class,
            description = "Character between columns, or tab; without it the format tells.")
    private @Nullable Character delimiter;

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            converter = Zone.class,
            defaultValue = "UTC",
            description = "Zone of local times, such as Europe/Berlin (default: ${DEFAULT-VALUE}).")
    private ZoneId timezone = ZoneId.of("UTC");

    @Nullable
    Path mapping() {
        return mapping;
    }

    @Nullable
    Format format() {
        return format;
    }

    @Nullable
    Character delimiter() {
        return delimiter;
    }

    ZoneId timezone() {
        return timezone;
    }

    /** A single character, or a name for one that shells make hard to type. */
    static final class Delimiter implements ITypeConverter<Character> {
        @Override
        public Character convert(String text) {
            if (text.equals("tab") || text.equals("\\t")) {
                return '\t';
            }
            if (text.length() != 1) {
                throw new TypeConversionException(
                        "a delimiter is one character, such as ';' or tab, was '" + text + "'");
            }
            return text.charAt(0);
        }
    }

    /** Says what a zone looks like. */
    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text
                        + "' is no time zone; give a name such as Europe/Berlin, or an offset such as +02:00");
            }
        }
    }
}
