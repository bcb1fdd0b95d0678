package io.journeystream.ingest.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts a file into rows. A row that cannot be read does not keep the next ones from being read. */
interface RowReader {
    /** Longest row in characters, so that memory stays bounded whatever the file holds. */
    int LONGEST = 1 << 22;

    /** The next row; null at the end. */
    @Nullable
    Row next() throws IOException;
}
