package io.journeystream.runtime.configuration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be set: declared once, read from wherever it is given, and listed in the reference.
 *
 * @param key as properties files and {@code --set} have it: small letters and digits, with {@code .} and {@code -}
 * @param kind what its value looks like
 * @param standard what holds where nothing is given, as text; null if nothing does
 * @param meaning one sentence for the reference
 */
public record Setting<T>(String key, Kind<T> kind, @Nullable String standard, String meaning) {
    static final String ENVIRONMENT = "JOURNEY_";
    static final String OF_FILE = "-file";

    public Setting {
        if (!key.matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*") || key.endsWith(OF_FILE)) {
            throw new IllegalArgumentException(
                    "a key is small letters and digits with '.' and '-' between, not ending in -file, was " + key);
        }
        if (standard != null) {
            kind.parse(standard);
        }
    }

    /** A setting that holds nothing unless it is given. */
    public static <T> Setting<T> of(String key, Kind<T> kind, String meaning) {
        return new Setting<>(key, kind, null, meaning);
    }

    /** {@code JOURNEY_REGISTRY_URL} for {@code registry.url}. */
    public String variable() {
        return variable(key);
    }

    static String variable(String key) {
        return ENVIRONMENT + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The key under which a file that holds the value may be given; secrets only. */
    public String keyOfFile() {
        return key + OF_FILE;
    }
}
