package io.journeystream.serve.commands;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Identifier;
import io.journeystream.identity.ErasedCustomer;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.identity.IdentityOutcome;
import io.journeystream.identity.IdentityResult;
import io.journeystream.identity.LaidDown;
import io.journeystream.identity.Pair;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.erasure.OwnTopics;
import io.journeystream.serve.erasure.Receipt;
import io.journeystream.serve.identity.IdentityLog;
import io.journeystream.serve.reading.KafkaAccess;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** Sends what a person lays down, waits until streams has answered, and says what holds now. Safe for many threads. */
public final class CommandDesk {
    private final KafkaAccess kafka;
    private final SchemaRegistry registry;
    private final IdentityRules rules;
    private final String applicationId;
    private final Clock clock;

    /**
     * @param rules those that streams runs with
     * @param applicationId of streams, with which the names of its changelogs begin
     * @param clock tells when a receipt is written
     */
    public CommandDesk(
            KafkaAccess kafka, SchemaRegistry registry, IdentityRules rules, String applicationId, Clock clock) {
        this.kafka = kafka;
        this.registry = registry;
        this.rules = rules;
        this.applicationId = applicationId;
        this.clock = clock;
    }

    /**
     * Sends a command.
     *
     * @param patience how long to wait for the answer of streams
     * @throws io.journeystream.serve.reading.KafkaUnavailable if it was not sent
     * @throws CommandNotKept if Kafka has not said that it keeps it
     */
    public Outcome say(IdentityCommand command, Duration patience) throws InterruptedException {
        Optional<IdentityResult> answer;
        try (CommandPost post = new CommandPost(kafka, registry)) {
            answer = post.send(command, patience);
        }
        return answer.isPresent() ? outcome(command, answer.get()) : new Outcome.Unanswered(command);
    }

    /** The command that was sent before under that id; empty if there was none. Reads all commands. */
    public Optional<IdentityCommand> earlier(String id) {
        try (IdentityLog log = log()) {
            return log.command(id);
        }
    }

    private IdentityLog log() {
        return new IdentityLog(kafka.consumer(), registry, rules, sentence -> {});
    }

    private Outcome outcome(IdentityCommand command, IdentityResult result) throws InterruptedException {
        ErasedCustomer erased = result.getErased();
        if (erased != null) {
            return new Outcome.Erased(receipt(command, erased), erased.getCustomerId());
        }
        boolean refused =
                result.getOutcome() == IdentityOutcome.REFUSED || command.getKind() == IdentityCommandKind.ERASE;
        return refused
                ? new Outcome.Refused(command, Objects.requireNonNullElse(result.getMessage(), "it does not say why"))
                : new Outcome.Holds(command, holding(command), result.getOutcome() == IdentityOutcome.OUTDATED);
    }

    private Receipt receipt(IdentityCommand command, ErasedCustomer erased) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.admin())) {
            return Receipt.of(command, erased, new OwnTopics(admin, applicationId).read(), clock.instant());
        }
    }

    /** What is said last about the same. */
    private IdentityCommand holding(IdentityCommand command) {
        try (IdentityLog log = log()) {
            LaidDown laidDown = log.laidDown();
            Identifier other = command.getOther();
            Optional<IdentityCommand> holding = other == null
                    ? laidDown.about(command.getIdentifier())
                    : laidDown.about(Pair.of(command.getIdentifier(), other, new Identifiers(rules)));
            return holding.orElse(command);
        }
    }
}
