package io.journeystream.local.tally;

import io.journeystream.events.Identifier;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many contacts are of a customer that is known by more than a weak identifier such as a cookie.
 *
 * @param strong contacts of customers with a strong identifier
 * @param contacts all
 */
public record MatchRate(long strong, long contacts) {
    private static final Set<String> STRONG = Set.of("account", "crm", "email", "phone");

    /** Whether an identifier names a person rather than a device, a session, a case or a contact. */
    public static boolean isStrong(Identifier identifier) {
        return STRONG.contains(identifier.getType());
    }

    /** Null if there are no contacts. */
    public @Nullable Double share() {
        return contacts == 0 ? null : (double) strong / contacts;
    }
}
