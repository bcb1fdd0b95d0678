package io.journeystream.serve.bi.feeds;

import io.journeystream.definitions.Channel;
import io.journeystream.definitions.Definitions;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of {@code dim_channel}: what definitions say of channels, defined or not. */
public final class ChannelRows {
    public static final List<String> COLUMNS =
            List.of("channel", "mode", "family", "asynchronous", "cost_per_contact", "cost_per_minute", "concurrency");

    private ChannelRows() {}

    /** A list for each column. */
    public static List<List<@Nullable Object>> of(Collection<String> names, Definitions definitions) {
        List<Channel> channels = names.stream().map(definitions::channel).toList();
        return List.of(
                each(channels, Channel::name),
                each(channels, Channel::mode),
                each(channels, Channel::family),
                each(channels, Channel::asynchronous),
                each(channels, Channel::costPerContact),
                each(channels, Channel::costPerMinute),
                each(channels, Channel::concurrency));
    }

    private static List<@Nullable Object> each(List<Channel> channels, Function<Channel, Object> value) {
        return channels.stream().map(value).toList();
    }
}
