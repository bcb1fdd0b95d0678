package io.journeystream.streams.clusters;

import io.journeystream.events.Utf8Order;
import io.journeystream.streams.records.Decree;
import java.util.Comparator;

/** Of two decrees about the same, the greater in this order holds, whichever came first. */
public final class Decrees {
    public static final Comparator<Decree> LATEST =
            Comparator.comparingLong(Decree::getAt).thenComparing(Decree::getId, Utf8Order::compare);

    private Decrees() {}
}
