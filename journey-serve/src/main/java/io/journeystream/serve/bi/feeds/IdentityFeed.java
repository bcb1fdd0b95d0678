package io.journeystream.serve.bi.feeds;

import io.journeystream.identity.Identity;
import io.journeystream.serve.bi.star.KeyHash;
import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.bi.star.Star;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How many identifiers name a customer; which they are stays in Kafka. */
final class IdentityFeed implements Feed<Identity> {
    @Override
    public Topic<String, Identity> topic() {
        return Topics.IDENTITIES;
    }

    @Override
    public Class<Identity> type() {
        return Identity.class;
    }

    @Override
    public void add(@Nullable Identity identity, Row.Origin origin, StarOutput out) {
        out.counted();
        out.replace(Star.IDENTIFIERS, HexFormat.of().formatHex(KeyHash.of(origin.key())));
        if (identity != null) {
            out.named(identity.getCustomerId());
            out.row(Star.IDENTIFIERS, Row.of(identity, origin));
        }
    }
}
