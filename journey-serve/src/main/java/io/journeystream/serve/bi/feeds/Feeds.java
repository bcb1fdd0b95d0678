package io.journeystream.serve.bi.feeds;

import java.util.List;

/** All topics whose records become rows. */
public final class Feeds {
    public static final List<Feed<?>> ALL = List.of(
            new JourneyFeed(),
            new HealthFeed(),
            new FlowFeed(),
            new CorrectionFeed(),
            new AlertFeed(),
            new IdentityFeed());

    private Feeds() {}
}
