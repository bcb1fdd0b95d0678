package io.journeystream.runtime.configuration;

import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a setting's value looks like.
 *
 * @param form what would be right, such as {@code a whole number from 1 to 64}; part of refusals and of the reference
 * @param parser makes the value; throws {@code IllegalArgumentException} if it cannot
 * @param secret whether the value must never be shown
 */
public record Kind<T>(String form, Function<String, T> parser, boolean secret) {

    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&\\s]*");

    Kind(String form, Function<String, T> parser) {
        this(form, parser, false);
    }

    /**
     * The value that a text stands for; white space around it does not count, but in a secret.
     *
     * @throws IllegalArgumentException if it stands for none; the message quotes the text, without secrets
     */
    public T parse(String text) {
        try {
            return parser.apply(secret ? text : text.strip());
        } catch (RuntimeException e) {
            String given = secret ? "the value" : text.isBlank() ? "nothing" : "'" + shown(text.strip()) + "'";
            throw new IllegalArgumentException(given + " is not right; give " + form, secret ? null : e);
        }
    }

    /** A password that came with a text where none belongs is not shown either. */
    private static String shown(String text) {
        return PASSWORD.matcher(text).replaceAll("$1...");
    }
}
