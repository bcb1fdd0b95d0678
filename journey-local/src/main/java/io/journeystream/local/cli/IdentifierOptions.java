package io.journeystream.local.cli;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.identifiers.KeyedHash;
import io.journeystream.local.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How identifiers are normalised, and whether they are replaced by pseudonyms. */
final class IdentifierOptions {
    private static final String VARIABLE = "JOURNEY_IDENTIFIER_KEY";

    @Option(
            names = "--phone-region",
            paramLabel = "CC",
            description = "Where phone numbers without country code are at home, such as GB; without it such numbers"
                    + " stay as they are.")
    private @Nullable String phoneRegion;

    @Option(
            names = "--identifier-key",
            paramLabel = "FILE",
            description = "Replace identifiers by their keyed hash (HMAC-SHA-256); the file holds the key. Without it"
                    + " the key is the variable " + VARIABLE + "; without that too, identifiers stay readable.")
    private @Nullable Path keyFile;

    /** @throws Failure if the region is none, or the key cannot be read or is too short */
    IdentifierSettings settings(IdentityRules rules) {
        try {
            return new IdentifierSettings(rules, phoneRegion, Map.of(), hash(System.getenv(VARIABLE)));
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Failure("the key for hashing identifiers cannot be read from " + keyFile, e);
        }
    }

    private @Nullable KeyedHash hash(@Nullable String variable) throws IOException {
        if (keyFile != null) {
            return KeyedHash.ofFile(keyFile);
        }
        return variable == null || variable.isBlank() ? null : KeyedHash.ofText(variable);
    }
}
