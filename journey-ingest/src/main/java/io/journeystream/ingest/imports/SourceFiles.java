package io.journeystream.ingest.imports;

import io.journeystream.ingest.files.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of an import, each with its format: what can be refused before anything is read. */
record SourceFiles(List<SourceFile> files) {

    record SourceFile(Path path, Format format, long bytes) {}

    static SourceFiles of(ImportSettings settings) throws ImportRefused, IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : settings.files()) {
            if (!Files.exists(path)) {
                throw new ImportRefused(path + " does not exist");
            }
            files.add(new SourceFile(path, format(path, settings), Files.size(path)));
        }
        return new SourceFiles(files);
    }

    private static Format format(Path path, ImportSettings settings) throws ImportRefused {
        Format format = settings.format() != null ? settings.format() : named(path, settings);
        if (format.hasColumns() && settings.mapping() == null) {
            throw new ImportRefused(path + ": columns need a mapping to become events: use --mapping");
        }
        if (!format.hasColumns() && settings.delimiter() != null) {
            throw new ImportRefused(path + ": a delimiter is for csv and tsv, not for " + format);
        }
        return format;
    }

    private static Format named(Path path, ImportSettings settings) throws ImportRefused {
        Format named = Format.ofName(path.getFileName().toString()).orElse(null);
        if (named != null) {
            return named;
        }
        if (settings.delimiter() != null) {
            return Format.CSV;
        }
        if (settings.mapping() == null) {
            return Format.NDJSON;
        }
        throw new ImportRefused(path + ": its name does not tell its format: use --format csv, tsv, json or ndjson");
    }

    long bytes() {
        return files.stream().mapToLong(SourceFile::bytes).sum();
    }
}
