package io.journeystream.serve.http;

import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong with one request, all of it, in the order it was found. */
final class Mistakes {
    private final String placedBy;
    private final List<Map<String, String>> found = new ArrayList<>();

    private Mistakes(String placedBy) {
        this.placedBy = placedBy;
    }

    /** Places are JSON pointers into the body. */
    static Mistakes inBody() {
        return new Mistakes("pointer");
    }

    /** Places are names of query parameters. */
    static Mistakes inQuery() {
        return new Mistakes("parameter");
    }

    void add(String place, String message) {
        Map<String, String> mistake = new LinkedHashMap<>();
        mistake.put(placedBy, place);
        mistake.put("message", message);
        found.add(mistake);
    }

    /** @throws Refusal 400 if there are any */
    void refuse() {
        if (!found.isEmpty()) {
            String detail =
                    found.stream().map(mistake -> mistake.get("message")).collect(Collectors.joining("; "));
            throw new Refusal(Problem.of(400, "Bad Request", detail).with("mistakes", found));
        }
    }
}
