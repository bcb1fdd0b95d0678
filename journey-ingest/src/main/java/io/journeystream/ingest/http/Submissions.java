package io.journeystream.ingest.http;

import io.javalin.http.Context;
import io.journeystream.ingest.intake.Submission.Format;
import io.journeystream.runtime.http.ContentType;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

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
        Format format = switch (ContentType.of(context, ACCEPTED)) {
            case "application/json" -> Format.JSON;
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> Format.NDJSON;
            case "application/cloudevents+json" -> Format.CLOUD_EVENT;
            case "application/cloudevents-batch+json" -> Format.CLOUD_EVENTS;
            default -> throw ContentType.unsupported(context, ACCEPTED);
        };
        if (format == Format.NDJSON && context.header(PREFIX + "specversion") != null) {
            throw ContentType.refused("a CloudEvent in binary mode has Content-Type application/json", ACCEPTED);
        }
        return format;
    }

    /** Attributes of a CloudEvent in binary mode: headers that begin with {@code ce-}, percent-decoded. */
    static Map<String, String> attributes(Context context, Format format) {
        if (format != Format.JSON || isNoCloudEvent(context)) {
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

    /** By its headers; one that lacks the version is refused as a CloudEvent, not taken for something else. */
    private static boolean isNoCloudEvent(Context context) {
        return Stream.of("specversion", "id", "type").allMatch(name -> context.header(PREFIX + name) == null);
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
