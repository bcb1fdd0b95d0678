package io.journeystream.ingest.identifiers;

import io.journeystream.definitions.IdentityRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How identifiers are brought into one spelling.
 *
 * @param rules the order of types, strongest first
 * @param region where phone numbers without country code are at home (ISO 3166, such as GB); null: nowhere known
 * @param regions the same for single sources, by source
 * @param hash replaces the values; null: they stay readable
 */
public record IdentifierSettings(
        IdentityRules rules,
        @Nullable String region,
        Map<String, String> regions,
        @Nullable KeyedHash hash) {

    public static final IdentifierSettings STANDARD =
            new IdentifierSettings(IdentityRules.STANDARD, null, Map.of(), null);

    public IdentifierSettings {
        regions = Map.copyOf(regions);
        if (region != null) {
            checkRegion(region);
        }
        regions.values().forEach(IdentifierSettings::checkRegion);
    }

    private static void checkRegion(String region) {
        if (!PhoneNumbers.regions().contains(region)) {
            throw new IllegalArgumentException(
                    "a phone region must be an ISO 3166 code such as GB or IL, was \"" + region + "\"");
        }
    }

    /** The region of a source's phone numbers; null if unknown. */
    @Nullable
    String regionOf(String source) {
        return regions.getOrDefault(source, region);
    }
}
