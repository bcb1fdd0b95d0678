package io.journeystream.serve.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.events.Identifier;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.serve.identity.TypedNames;
import io.journeystream.topics.Addresses;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads a command from a request, by the rules of the command line. */
final class CommandReader {
    private static final Set<String> FIELDS =
            Set.of("command", "identifier", "other", "reason", "at", "id", "by", "asStored");
    private static final Set<IdentityCommandKind> OF_PAIRS =
            Set.of(IdentityCommandKind.WITHDRAW, IdentityCommandKind.RESTORE);
    private static final Set<IdentityCommandKind> TO_BE_REASONED =
            Set.of(IdentityCommandKind.WITHDRAW, IdentityCommandKind.ERASE);
    private static final List<String> KINDS = Stream.of(IdentityCommandKind.values())
            .filter(kind -> kind != IdentityCommandKind.UNKNOWN)
            .map(Enum::name)
            .toList();

    private final TypedNames names;
    private final Clock clock;

    CommandReader(TypedNames names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    /**
     * The command.
     *
     * @param key of the client; empty where none is needed
     * @throws io.journeystream.runtime.http.Refusal 400 that lists every mistake
     */
    AskedCommand read(ObjectNode body, Optional<ApiKey> key) {
        Mistakes mistakes = Mistakes.inBody();
        CommandFields fields = new CommandFields(body, mistakes);
        fields.refuseUnknown(FIELDS);
        IdentityCommand.Builder command = IdentityCommand.newBuilder();
        Optional<IdentityCommandKind> kind = kind(fields);
        kind.ifPresent(command::setKind);
        setWhom(command, kind, fields);
        command.setReason(reason(kind, fields).orElse(""));
        by(fields, key).ifPresent(command::setBy);
        Optional<String> id = fields.text("id");
        command.setId(id.orElseGet(() -> UUID.randomUUID().toString()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Instant> at = at(kind, fields, now);
        command.setAt(at.orElse(now));
        mistakes.refuse();
        return new AskedCommand(command.build(), id.isPresent(), at.isPresent());
    }

    /** Whom to erase is named by a hash: commands are kept for ever. */
    private void setWhom(IdentityCommand.Builder command, Optional<IdentityCommandKind> kind, CommandFields fields) {
        boolean asStored = fields.truth("asStored");
        boolean erases = kind.filter(IdentityCommandKind.ERASE::equals).isPresent();
        Optional<Identifier> identifier = identifier("identifier", fields, asStored);
        identifier.map(whom -> erases ? Addresses.of(whom) : whom).ifPresent(command::setIdentifier);
        other(kind, fields, identifier, asStored).ifPresent(command::setOther);
    }

    private static Optional<IdentityCommandKind> kind(CommandFields fields) {
        if (!fields.has("command")) {
            fields.mistake("command", "command is required: one of " + String.join(", ", KINDS));
        }
        return fields.oneOf("command", KINDS).map(IdentityCommandKind::valueOf);
    }

    private Optional<Identifier> identifier(String name, CommandFields fields, boolean asStored) {
        if (!fields.has(name)) {
            fields.mistake(name, name + " is required: written type:value, such as account:a1");
        }
        return fields.text(name)
                .flatMap(text -> WrittenNames.read(text, names, asStored, message -> fields.mistake(name, message)));
    }

    private Optional<Identifier> other(
            Optional<IdentityCommandKind> kind,
            CommandFields fields,
            Optional<Identifier> identifier,
            boolean asStored) {
        if (kind.isEmpty() && !fields.has("other")) {
            return Optional.empty();
        }
        if (kind.isPresent() && !OF_PAIRS.contains(kind.get())) {
            if (fields.has("other")) {
                fields.mistake("other", kind.get() + " speaks of one identifier");
            }
            return Optional.empty();
        }
        Optional<Identifier> other = identifier("other", fields, asStored);
        if (other.isPresent() && other.equals(identifier)) {
            fields.mistake("other", "other must be another identifier than identifier");
        }
        return other;
    }

    private static Optional<String> reason(Optional<IdentityCommandKind> kind, CommandFields fields) {
        if (kind.filter(TO_BE_REASONED::contains).isPresent() && !fields.has("reason")) {
            fields.mistake("reason", "say why in reason: others will want to know");
        }
        return fields.text("reason");
    }

    private static Optional<String> by(CommandFields fields, Optional<ApiKey> key) {
        if (key.isEmpty()) {
            if (!fields.has("by")) {
                fields.mistake("by", "say in by who lays it down: there are no API keys here that would tell");
            }
            return fields.text("by");
        }
        if (fields.has("by")) {
            fields.mistake("by", "by is not to be given: the API key tells who lays it down");
        }
        return key.map(ApiKey::name);
    }

    private static Optional<Instant> at(Optional<IdentityCommandKind> kind, CommandFields fields, Instant now) {
        if (kind.isPresent() && kind.get() != IdentityCommandKind.ERASE && fields.has("at")) {
            fields.mistake("at", "at is for ERASE only: what is laid down otherwise holds from now on");
            return Optional.empty();
        }
        Optional<Instant> at = fields.instant("at").map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        if (at.isPresent() && at.get().isAfter(now)) {
            fields.mistake(
                    "at",
                    "at is yet to come: what is erased cannot be had back, so nobody is erased for a time that has not"
                            + " passed");
        }
        return at;
    }
}
