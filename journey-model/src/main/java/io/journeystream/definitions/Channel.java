package io.journeystream.definitions;

import io.journeystream.journeys.Mode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A channel and what it costs (docs/semantics.md, section 4).
 *
 * @param family channels of one family are no switch between each other
 * @param asynchronous a message of an agent serves, no connection is needed
 * @param costPerContact in the configured currency, at least 0, at most six decimals
 * @param costPerMinute in the configured currency, at least 0, at most six decimals
 * @param concurrency contacts one employee handles at a time, more than 0, at most three decimals
 */
public record Channel(
        String name,
        Mode mode,
        String family,
        boolean asynchronous,
        BigDecimal costPerContact,
        BigDecimal costPerMinute,
        BigDecimal concurrency) {

    private static final Set<String> SELF_SERVICE = Set.of("ivr", "bot", "web", "app");
    private static final Set<String> ASYNCHRONOUS = Set.of("email", "mail", "social", "sms");
    private static final Set<String> VOICE = Set.of("ivr", "phone");

    /** The channels that semantics.md names, at no cost. */
    public static final Map<String, Channel> STANDARD =
            List.of("phone", "ivr", "chat", "bot", "email", "web", "app", "sms", "social", "branch", "mail").stream()
                    .map(Channel::unconfigured)
                    .collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));

    /** How a channel works of which nothing is configured. */
    public static Channel unconfigured(String name) {
        return new Channel(
                name,
                SELF_SERVICE.contains(name) ? Mode.SELF_SERVICE : Mode.ASSISTED,
                VOICE.contains(name) ? "voice" : name,
                ASYNCHRONOUS.contains(name),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ONE);
    }
}
