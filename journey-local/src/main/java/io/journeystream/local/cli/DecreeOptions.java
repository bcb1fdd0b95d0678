package io.journeystream.local.cli;

import io.journeystream.events.Identifier;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who lays something down, why, and under which name. */
final class DecreeOptions {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever asks later.")
    private String reason = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who lays it down; without it the user of the operating system.")
    private @Nullable String by;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Name of the command, to say one again that may or may not have been sent; without it a new"
                    + " one.")
    private @Nullable String id;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            defaultValue = "30s",
            description = "How long to wait for the answer of streams (default: ${DEFAULT-VALUE}).")
    private Duration patience = Duration.ofSeconds(30);

    Duration patience() {
        return patience;
    }

    boolean hasReason() {
        return !reason.isBlank();
    }

    /** @param other null where one identifier is spoken of */
    IdentityCommand command(IdentityCommandKind kind, Identifier identifier, @Nullable Identifier other, Clock clock) {
        return IdentityCommand.newBuilder()
                .setId(id == null ? UUID.randomUUID().toString() : id)
                .setKind(kind)
                .setIdentifier(identifier)
                .setOther(other)
                .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setBy(by == null ? System.getProperty("user.name", "unknown") : by)
                .setReason(reason)
                .build();
    }
}
