package io.journeystream.serve.http;

import io.journeystream.events.Identifier;
import io.journeystream.serve.identity.TypedNames;
import java.util.Optional;
import java.util.function.Consumer;

/** Identifiers in requests. */
final class WrittenNames {
    private WrittenNames() {}

    /** The identifier that is meant; empty if there is none, and then the reason was told. */
    static Optional<Identifier> read(String text, TypedNames names, boolean asStored, Consumer<String> mistake) {
        Identifier written;
        try {
            written = TypedNames.parse(text);
        } catch (IllegalArgumentException e) {
            mistake.accept(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        Optional<Identifier> meant = names.meant(written, asStored);
        if (meant.isEmpty()) {
            mistake.accept(TypedNames.placeholder(written));
        }
        return meant;
    }
}
