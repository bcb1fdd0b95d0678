package io.journeystream.runtime.configuration;

/**
 * A value as somebody gave it; shown without the value, which may be a secret.
 *
 * @param key in the form of properties files
 * @param place where it stands, such as {@code journey.properties:3}
 */
public record Given(String key, String value, String place) {
    @Override
    public String toString() {
        return key + " (" + place + ")";
    }
}
