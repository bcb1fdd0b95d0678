package io.journeystream.streams.definitions;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.PublishedDefinitions;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.StandingDefinitions.Heard;
import io.journeystream.events.SingleObject;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The definitions by which one partition computes: the latest of which it has heard, kept in state. */
public final class DefinitionsInForce {
    private static final Bytes KEY = Bytes.wrap(new byte[] {'f'});

    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<PublishedDefinitions> encoding = new SingleObject<>(PublishedDefinitions.class);
    private final boolean readOtherwise;
    private StandingDefinitions standing;

    /**
     * @param store that of the agenda
     * @param otherwise what holds from now on where state has none
     */
    public DefinitionsInForce(KeyValueStore<Bytes, byte[]> store, StandingDefinitions otherwise) {
        this.store = store;
        byte[] kept = store.get(KEY);
        if (kept == null) {
            this.standing = otherwise;
            this.readOtherwise = false;
        } else {
            PublishedDefinitions before = encoding.decode(kept);
            this.standing = readable(before);
            this.readOtherwise = !before.getVersion().equals(definitions().version());
        }
        save();
    }

    private void save() {
        store.put(KEY, encoding.encode(standing.published()));
    }

    private static StandingDefinitions readable(PublishedDefinitions kept) {
        if (StandingDefinitions.read(kept) instanceof Heard.Laid laid) {
            return laid.standing();
        }
        throw new IllegalStateException("state has definitions that this release cannot read, of version "
                + kept.getVersion() + ": go back to the release before, or reset the application");
    }

    /** Whether those in state mean other figures to this release than to the one that kept them. */
    public boolean areReadOtherwise() {
        return readOtherwise;
    }

    public Definitions definitions() {
        return standing.definitions();
    }

    /** What comes of hearing of definitions. */
    public sealed interface Outcome {

        /** Those in force are later, or mean the same figures. */
        record Unchanged() implements Outcome {}

        /** From now on they are in force, and everything is to be computed by them. */
        record Changed(Definitions definitions) implements Outcome {}

        /** They cannot come into force here. */
        record Refused(String why) implements Outcome {}
    }

    /** Somebody has laid down definitions. */
    public Outcome hear(StandingDefinitions said) {
        if (!said.isAfter(standing)) {
            return new Outcome.Unchanged();
        }
        List<String> moved =
                said.definitions().identity().placedOtherwiseThan(definitions().identity());
        if (!moved.isEmpty()) {
            return new Outcome.Refused(String.join(", ", moved) + (moved.size() == 1 ? " decides" : " decide")
                    + " where evidence is kept and cannot change while streams keeps it: leave as it was, or see"
                    + " \"Changing them\" in docs/definitions.md for how to compute all again");
        }
        boolean same = said.definitions().version().equals(definitions().version());
        standing = said;
        save();
        return same ? new Outcome.Unchanged() : new Outcome.Changed(definitions());
    }
}
