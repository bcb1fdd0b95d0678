package io.journeystream.ingest.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The description of this API in OpenAPI 3.1. */
final class OpenApi {
    static final String PATH = "/openapi.yaml";

    private static final String MEDIA_TYPE = "application/yaml";
    private static final byte[] DOCUMENT = document();

    private OpenApi() {}

    private static byte[] document() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            return Objects.requireNonNull(in, "openapi.yaml is part of this module")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml cannot be read", e);
        }
    }

    static void answer(Context context) {
        context.contentType(MEDIA_TYPE).result(DOCUMENT);
    }
}
