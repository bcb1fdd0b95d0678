package io.journeystream.streams.placement;

import io.journeystream.events.Identifier;
import io.journeystream.identity.Identifiers;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.placement.Message.Arrival;
import io.journeystream.streams.placement.Message.NamedBy;
import io.journeystream.streams.placement.Message.Unnamed;
import io.journeystream.streams.publishing.Naming;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Letters of one partition: those to itself wait here until they are read, the others go to Kafka. */
public final class Mailbox implements Naming.Hearers {
    private final Placement placement;
    private final Ledger ledger;
    private final Route route;
    private final Messages messages = new Messages();
    private final Queue<Letter> own = new ArrayDeque<>();

    public Mailbox(Placement placement, Ledger ledger, Route route) {
        this.placement = placement;
        this.ledger = ledger;
        this.route = route;
    }

    /** The way to other partitions. */
    public interface Route {
        void send(byte[] key, byte[] value);
    }

    @Override
    public void unnamed(Identifier identifier) {
        send(identifier, new Unnamed(identifier));
    }

    @Override
    public void namedThoughBlocked(Identifier identifier, Root root) {
        send(identifier, new NamedBy(root));
    }

    void send(Identifier to, Message message) {
        Letter letter = new Letter(to, message);
        if (placement.isHere(to)) {
            own.add(letter);
            return;
        }
        route.send(Identifiers.key(to), messages.encode(letter));
        ledger.add(message instanceof Arrival ? Count.ROUTED_OUT : Count.MESSAGES_OUT, 1);
    }

    /** Puts in what has come from Kafka; false if it was not written by stitching. */
    boolean receive(byte @Nullable [] bytes) {
        Letter letter = messages.decode(bytes);
        if (letter == null) {
            return false;
        }
        if (letter.message() instanceof Arrival) {
            ledger.add(Count.ROUTED_IN, 1);
        }
        own.add(letter);
        return true;
    }

    /** The next to itself; null if there is none. */
    @Nullable
    Letter next() {
        return own.poll();
    }
}
