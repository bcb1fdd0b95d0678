package io.journeystream.runtime.http;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** How a body is compressed. */
enum Encoding {
    IDENTITY,
    GZIP,
    ZSTD;

    private static final String KNOWN = "gzip, zstd";

    /** RFC 9659: nobody may demand a larger window of an HTTP recipient. */
    private static final int LARGEST_WINDOW_LOG = 23;

    /**
     * The encoding that a {@code Content-Encoding} names.
     *
     * @throws Refusal 415 if it is another
     */
    static Encoding of(@Nullable String header) {
        String name = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            case "zstd" -> ZSTD;
            default ->
                throw new Refusal(Problem.of(
                                415,
                                "Unsupported Content-Encoding",
                                "Content-Encoding must be one of " + KNOWN + ", once, or none, was \"" + name + "\"")
                        .withHeader("Accept-Encoding", KNOWN));
        };
    }

    InputStream reader(byte[] sent) throws IOException {
        InputStream bytes = new ByteArrayInputStream(sent);
        return switch (this) {
            case IDENTITY -> bytes;
            case GZIP -> new GZIPInputStream(bytes, 8 * 1024);
            case ZSTD -> new ZstdInputStream(bytes).setLongMax(LARGEST_WINDOW_LOG);
        };
    }
}
