package io.journeystream.runtime.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a request was not done, as RFC 9457 has it.
 *
 * @param status HTTP status, 400 to 599
 * @param title what kind of problem it is; the same for all of its kind
 * @param detail what is wrong with this request and what would be right
 * @param members further members of the answer, for programs
 * @param headers further headers of the answer
 */
public record Problem(
        int status, String title, String detail, Map<String, Object> members, Map<String, String> headers) {
    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int LARGEST_DETAIL = 2_000;

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem's status must be 400 to 599, was " + status);
        }
        detail = detail.length() <= LARGEST_DETAIL ? detail : detail.substring(0, LARGEST_DETAIL) + "...";
        members = new LinkedHashMap<>(members);
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, Map.of(), Map.of());
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, title, detail, more, headers);
    }

    public Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, title, detail, members, more);
    }

    /** Tells the client when to come back. */
    public Problem retryAfter(int seconds) {
        return withHeader("Retry-After", Integer.toString(seconds));
    }

    /** The answer's body. The type is about:blank, left out as the RFC allows: the title tells the kind. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.putAll(members);
        return body;
    }
}
