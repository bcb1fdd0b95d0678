package io.journeystream.serve.alerts.targets;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What must not be shown, should a target say it back. */
record Hidden(List<String> texts) {
    private static final String SHOWN = "***";

    /** Of an address: shorter parts, such as a version, are no secrets and occur in any text. */
    private static final int SHORTEST = 6;

    Hidden {
        texts = texts.stream()
                .filter(text -> !text.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static Hidden nothing() {
        return new Hidden(List.of());
    }

    /** An address that is a secret: it, its path and query, and the parts of these. */
    static Hidden of(URI uri) {
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        String query = Objects.requireNonNullElse(uri.getRawQuery(), "");
        Stream<String> wholes = Stream.of(uri.toString(), path + "?" + query, path, query);
        Stream<String> parts = Stream.of((path + "/" + query).split("[/&=]", -1));
        return new Hidden(Stream.concat(wholes, parts)
                .filter(text -> text.length() >= SHORTEST)
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
