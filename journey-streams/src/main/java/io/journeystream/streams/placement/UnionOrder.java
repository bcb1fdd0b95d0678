package io.journeystream.streams.placement;

import io.journeystream.events.Identifier;
import io.journeystream.identity.Identifiers;
import io.journeystream.streams.clusters.Root;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Which of two roots has the other's cluster: the one of the stronger type, and of one type the one with the lesser hash,
 * so that it can be said of identifiers of which only a hash is left.
 */
final class UnionOrder implements Comparator<Identifier> {
    private final Identifiers order;

    UnionOrder(Identifiers order) {
        this.order = order;
    }

    @Override
    public int compare(Identifier one, Identifier other) {
        boolean asStrong = order.isAsStrong(one, other);
        if (asStrong != order.isAsStrong(other, one)) {
            return asStrong ? -1 : 1;
        }
        return Arrays.compareUnsigned(Root.of(one).hash(), Root.of(other).hash());
    }
}
