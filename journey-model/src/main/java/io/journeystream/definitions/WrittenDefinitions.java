package io.journeystream.definitions;

import io.journeystream.events.Digests;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Definitions, and the text that says so.
 *
 * @param content of {@code journeys.yaml}; empty where there is no file
 * @param definitions what it means
 */
public record WrittenDefinitions(String content, Definitions definitions) {
    private static final int BYTES_OF_12_DIGITS = 6;

    /** What holds without any file. */
    public static final WrittenDefinitions STANDARD = new WrittenDefinitions("", Definitions.STANDARD);

    /** First 12 hex digits of the SHA-256 of the content. */
    public String id() {
        byte[] digest = Digests.sha256(content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES_OF_12_DIGITS);
    }
}
