package io.journeystream.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** {@code /openapi.yaml}: the description of a service's API in OpenAPI 3.1. */
public final class OpenApi {
    private static final String PATH = "/openapi.yaml";
    private static final String MEDIA_TYPE = "application/yaml";

    private final byte[] document;

    private OpenApi(byte[] document) {
        this.document = document;
    }

    /** The {@code openapi.yaml} beside a class of the service. */
    public static OpenApi beside(Class<?> service) {
        try (InputStream in = service.getResourceAsStream("openapi.yaml")) {
            return new OpenApi(Objects.requireNonNull(in, "openapi.yaml is part of the module")
                    .readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml cannot be read", e);
        }
    }

    /** Adds its route. */
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::answer);
    }

    private void answer(Context context) {
        context.contentType(MEDIA_TYPE).result(document);
    }
}
