package io.journeystream.serve.alerts.targets;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What must not be shown, should a target say it back. */
record Hidden(List<String> texts) {
    private static final String SHOWN = "***";
    private static final int SHORTEST = 6;

    Hidden {
        texts = texts.stream()
                .filter(text -> text.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static Hidden nothing() {
        return new Hidden(List.of());
    }

    /** An address that is a secret: it, its path and query, and the parts of these. */
    static Hidden of(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        Stream<String> parts = Stream.of((path + "/" + query).split("[/&=]", -1));
        return new Hidden(
                Stream.concat(Stream.of(uri.toString(), path + "?" + query, path, query, uri.getPath()), parts)
                        .filter(part -> part != null)
                        .toList());
    }

    Hidden and(String secret) {
        return new Hidden(Stream.concat(texts.stream(), Stream.of(secret)).toList());
    }

    /** The text without them. */
    String in(String text) {
        String shown = text;
        for (String secret : texts) {
            shown = shown.replace(secret, SHOWN);
        }
        return shown;
    }

    @Override
    public String toString() {
        return texts.size() + " secrets";
    }
}
