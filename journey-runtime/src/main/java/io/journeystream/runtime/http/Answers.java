package io.journeystream.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;

/** Writes answers as JSON. */
public final class Answers {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Answers() {}

    /**
     * Answers with a JSON document.
     *
     * @param body maps, lists, strings, numbers, booleans, nulls, or a tree of Jackson's
     */
    public static void json(Context context, int status, Object body) {
        write(context, status, "application/json", body);
    }

    /** Answers with a problem. */
    public static void problem(Context context, Problem problem) {
        problem.headers().forEach(context::header);
        write(context, problem.status(), Problem.MEDIA_TYPE, problem.body());
    }

    private static void write(Context context, int status, String mediaType, Object body) {
        context.status(status).contentType(mediaType).result(bytes(body));
    }

    static byte[] bytes(Object body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings and numbers can be written as JSON", e);
        }
    }
}
