package io.journeystream.ingest.http;

import io.javalin.http.Context;
import io.journeystream.ingest.intake.Submission.Format;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells from its headers what a request brings. */
final class Submissions {
    static final String ACCEPTED = "application/json, application/x-ndjson, application/cloudevents+json,"
            + " application/cloudevents-batch+json";
    private static final String PREFIX = "ce-";

    private Submissions() {}

    /**
     * The format of the body.
     *
     * @throws Refusal 415 if it is none of ours or not in UTF-8
     */
    static Format format(Context context) {
        String header = context.contentType() == null ? "" : context.contentType();
        String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
        refuseOtherCharsets(parts);
        Format format = switch (parts[0].strip()) {
            case "application/json" -> Format.JSON;
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> Format.NDJSON;
            case "application/cloudevents+json" -> Format.CLOUD_EVENT;
            case "application/cloudevents-batch+json" -> Format.CLOUD_EVENTS;
            default -> throw unsupported("Content-Type must be one of " + ACCEPTED + ", was \"" + header + "\"");
        };
        if (format == Format.NDJSON && context.header(PREFIX + "specversion") != null) {
            throw unsupported("a CloudEvent in binary mode has Content-Type application/json");
        }
        return format;
    }

    private static void refuseOtherCharsets(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replace("\"", "").strip();
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                throw unsupported("the body must be in UTF-8, not " + parameter.substring("charset=".length()));
            }
        }
    }

    private static Refusal unsupported(String detail) {
        return new Refusal(Problem.of(415, "Unsupported Media Type", detail).withHeader("Accept-Post", ACCEPTED));
    }

    /** Attributes of a CloudEvent in binary mode: headers that begin with {@code ce-}, percent-decoded. */
    static Map<String, String> attributes(Context context, Format format) {
        if (format != Format.JSON || context.header(PREFIX + "specversion") == null) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        context.headerMap().forEach((name, value) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
                attributes.put(name.substring(PREFIX.length()).toLowerCase(Locale.ROOT), decoded(name, value));
            }
        });
        return attributes;
    }

    private static String decoded(String name, String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Problem.of(400, "Bad Request", "the header " + name + " is not percent-encoded as it must be"));
        }
    }
}
