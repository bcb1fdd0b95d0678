package io.journeystream.definitions;

import io.journeystream.definitions.yaml.Bounds;
import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import io.journeystream.journeys.Mode;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code channels}: a channel given there keeps the standard for what is not given. */
final class ChannelsReader {
    private static final Map<String, Mode> MODES = Map.of("assisted", Mode.ASSISTED, "self-service", Mode.SELF_SERVICE);
    private static final Bounds COST = Bounds.between(0, 1_000_000).decimals(6);
    private static final Bounds CONCURRENCY = Bounds.positive(1_000).decimals(3);

    private ChannelsReader() {}

    static Map<String, Channel> read(Section section) {
        Map<String, Channel> channels = new HashMap<>(Channel.STANDARD);
        channels.putAll(section.each(ChannelsReader::channel));
        return channels;
    }

    private static Channel channel(Value value) {
        Channel standard = Channel.unconfigured(value.name());
        Section section = value.section();
        Channel channel = new Channel(
                value.name(),
                section.get("mode").oneOf(MODES, standard.mode()),
                section.get("family").text(standard.family()),
                section.get("asynchronous").flag(standard.asynchronous()),
                section.get("cost-per-contact").decimal(standard.costPerContact(), COST),
                section.get("cost-per-minute").decimal(standard.costPerMinute(), COST),
                section.get("concurrency").decimal(standard.concurrency(), CONCURRENCY));
        section.finish();
        return channel;
    }
}
