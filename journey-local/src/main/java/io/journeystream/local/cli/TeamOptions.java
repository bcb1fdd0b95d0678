package io.journeystream.local.cli;

import io.journeystream.local.Failure;
import io.journeystream.serve.alerts.subscriptions.Ownership;
import io.journeystream.serve.alerts.subscriptions.SubscriptionDesk.Outcome;
import io.journeystream.words.Nearest;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For whom somebody changes what is written down, and who does. */
final class TeamOptions {
    @Option(
            names = "--team",
            paramLabel = "TEAM",
            description = "Only change what belongs to this team; may be given again and again. Without it all.")
    private Set<String> teams = new LinkedHashSet<>();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who changes it; without it the user of the operating system.")
    private @Nullable String by;

    Ownership ownership() {
        return new Ownership(teams);
    }

    String by() {
        return by == null ? System.getProperty("user.name", "unknown") : by;
    }

    /** @throws Failure if nothing has changed */
    static void refuse(String id, Outcome outcome) {
        if (outcome instanceof Outcome.Forbidden forbidden) {
            throw new Failure(forbidden.why());
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            throw unknown(id, unknown.ids());
        }
    }

    static Failure unknown(String id, Iterable<String> ids) {
        Set<String> known = new LinkedHashSet<>();
        ids.forEach(known::add);
        String hint = Nearest.question(id, known);
        return new Failure("nothing is called " + id + (hint.isEmpty() ? ids(known) : hint));
    }

    private static String ids(Set<String> known) {
        return known.isEmpty() ? ": nothing has been put yet" : "; there are " + String.join(", ", known);
    }
}
