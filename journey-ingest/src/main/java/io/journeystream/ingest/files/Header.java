package io.journeystream.ingest.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of the columns.
 *
 * @param names in order, each once; a column without a name is called {@code column<number>}
 */
record Header(List<String> names) {
    Header {
        names = List.copyOf(names);
    }

    /** Checks what stands in the header row. */
    static Header of(Records.Cut cut, char delimiter, String file) throws UnusableFile {
        if (cut.mistake() != null) {
            throw new UnusableFile(file + ":" + cut.line() + ": the header row " + cut.mistake());
        }
        if (RawText.firstMalformed(cut.raw()) >= 0 || cut.raw().indexOf('\0') >= 0) {
            throw new UnusableFile(file + ":" + cut.line() + ": the header row is not UTF-8: convert the file first");
        }
        if (cut.fields().size() == 1) {
            refuseOtherDelimiter(cut.raw(), delimiter, file);
        }
        return new Header(named(cut, file));
    }

    private static void refuseOtherDelimiter(String raw, char delimiter, String file) throws UnusableFile {
        String looks = Delimiters.likely(raw, delimiter).orElse(null);
        if (looks != null) {
            throw new UnusableFile(file + " has a single column when cut at " + Delimiters.name(delimiter)
                    + "; it looks as if its delimiter is " + looks);
        }
    }

    private static List<String> named(Records.Cut cut, String file) throws UnusableFile {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String field : cut.fields()) {
            String name = field.isBlank() ? "column" + (names.size() + 1) : field.strip();
            if (!seen.add(name)) {
                throw new UnusableFile(file + ":" + cut.line() + ": two columns are called \"" + name + "\"");
            }
            names.add(name);
        }
        return names;
    }
}
