package io.journeystream.stories;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every kind of event says besides what happened; {@code S} is the kind of story. */
abstract class Facts<S extends Facts<S>> {
    final TreeMap<String, String> references = new TreeMap<>();
    final TreeMap<String, String> attributes = new TreeMap<>();
    String source = "source";
    long sequence;

    @Nullable
    String intent;

    abstract S self();

    public S from(String itsSource) {
        source = itsSource;
        return self();
    }

    /** The reason for contact, from here on. */
    public S about(@Nullable String itsIntent) {
        intent = itsIntent;
        return self();
    }

    public S reference(String key, String value) {
        references.put(key, value);
        return self();
    }

    public S attribute(String key, String value) {
        attributes.put(key, value);
        return self();
    }

    public S sequence(long its) {
        sequence = its;
        return self();
    }
}
