package io.journeystream.runtime.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of value there are. */
public final class Kinds {
    private Kinds() {}

    /** Any text but none. */
    public static Kind<String> text(String form) {
        return text(form, Pattern.compile(".+", Pattern.DOTALL));
    }

    /** Text that matches as a whole. */
    public static Kind<String> text(String form, Pattern pattern) {
        return new Kind<>(form, matching(pattern));
    }

    /** Text that is shown to nobody. */
    public static Kind<String> secret(String form) {
        return new Kind<>(form, matching(Pattern.compile(".+", Pattern.DOTALL)), true);
    }

    /** From least to most, both included. */
    public static Kind<Long> wholeNumber(long least, long most) {
        String form = "a whole number from " + least + (most == Long.MAX_VALUE ? " up" : " to " + most);
        return new Kind<>(form, inBounds(Long::parseLong, least, most));
    }

    /** As {@code 10s}, {@code 7d}, or ISO 8601; from least to most, both included. A day is 24 hours. */
    public static Kind<Duration> duration(Duration least, Duration most) {
        String form = "a duration such as 500ms, 10s, 5m, 2h, 7d or PT10S, from " + Durations.text(least) + " to "
                + Durations.text(most);
        return new Kind<>(form, inBounds(Durations::parse, least, most));
    }

    /** {@code true} or {@code false}. */
    public static Kind<Boolean> yesOrNo() {
        return new Kind<>("true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** One of the names of an enum, in small letters. */
    public static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        String names = Arrays.stream(type.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return new Kind<>(names, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    /** A file or directory, absolute or seen from where the program was started; it need not exist. */
    public static Kind<Path> path(String form) {
        return new Kind<>(form, text -> Path.of(requireNotEmpty(text)));
    }

    /** One or more addresses of HTTP servers, with commas between; each checked for scheme and host. */
    public static Kind<List<URI>> addresses() {
        return new Kind<>(
                "http://host:port or https://..., several with commas between",
                text -> Arrays.stream(text.split(",", -1)).map(Kinds::address).toList());
    }

    private static URI address(String text) {
        URI uri = URI.create(text.strip());
        String scheme = String.valueOf(uri.getScheme());
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException();
        }
        return uri;
    }

    private static Function<String, String> matching(Pattern pattern) {
        return text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException();
            }
            return text;
        };
    }

    private static <T extends Comparable<T>> Function<String, T> inBounds(Function<String, T> parser, T least, T most) {
        return text -> {
            T value = parser.apply(text);
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new IllegalArgumentException();
            }
            return value;
        };
    }

    private static String requireNotEmpty(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
