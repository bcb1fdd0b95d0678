package io.journeystream.serve.bi.sink;

import java.util.List;

/** All topics whose records become rows. */
final class Feeds {
    static final List<Feed<?>> ALL = List.of(
            new JourneyFeed(),
            new HealthFeed(),
            new FlowFeed(),
            new CorrectionFeed(),
            new AlertFeed(),
            new IdentityFeed());

    private Feeds() {}
}
