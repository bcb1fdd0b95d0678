package io.journeystream.local.services;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.ingest.identifiers.IdentifierNormaliser;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.identifiers.KeyedHash;
import io.journeystream.local.Failure;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Kinds;
import io.journeystream.runtime.configuration.Setting;
import io.journeystream.serve.identity.Spelling;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Settings of what all that reads or writes events must agree on. */
public final class EdgeKeys {
    public static final Setting<Path> DEFINITIONS = Setting.of(
            "definitions",
            Kinds.existingFile("a YAML file"),
            "Channels, costs and journey types. Streams lays them down at its start, for all instances and whoever computes"
                    + " what it does; without any, what was laid down last holds, or else each intent is a journey type and"
                    + " nothing costs. The edge takes the order of identifiers from it. Flag --definitions.");

    public static final Setting<String> PHONE_REGION = Setting.of(
            "identifier.phone-region",
            Kinds.text(
                    "a country code of ISO 3166 such as GB",
                    Pattern.compile(String.join("|", Locale.getISOCountries()))),
            "Where phone numbers without country code are at home; without it such numbers stay as they are.");

    public static final Setting<String> IDENTIFIER_KEY = Setting.of(
            "identifier.key",
            Kinds.secret("a key of at least " + KeyedHash.SHORTEST_KEY + " bytes", KeyedHash::ofText),
            "Replace identifiers by their keyed hash (HMAC-SHA-256) with this key; without it they stay readable.");

    /** In the order of the reference. */
    public static final List<Setting<?>> ALL = List.of(DEFINITIONS, PHONE_REGION, IDENTIFIER_KEY);

    private EdgeKeys() {}

    /**
     * How identifiers are brought into one spelling.
     *
     * @throws Failure if the region is none, or the key is too short
     */
    public static IdentifierSettings identifiers(Configuration configuration, IdentityRules rules) {
        try {
            return new IdentifierSettings(
                    rules,
                    configuration.find(PHONE_REGION).orElse(null),
                    Map.of(),
                    configuration.find(IDENTIFIER_KEY).map(KeyedHash::ofText).orElse(null));
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    /** The same for what people ask for; failures as above. */
    public static Spelling spelling(Configuration configuration, IdentityRules rules) {
        IdentifierNormaliser normaliser = new IdentifierNormaliser(identifiers(configuration, rules));
        return written -> normaliser.normalise("", List.of(written)).stream().findFirst();
    }
}
