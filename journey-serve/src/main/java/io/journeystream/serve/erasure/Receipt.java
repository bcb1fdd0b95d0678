package io.journeystream.serve.erasure;

import io.journeystream.identity.ErasedCustomer;
import io.journeystream.identity.IdentityCommand;
import java.time.Instant;
import java.util.List;

/**
 * What an erasure has done. It names nobody.
 *
 * @param commandId of the command that was obeyed
 * @param by who had it done
 * @param reason why, in that person's words
 * @param until what occurred up to this time was erased
 * @param written when the receipt was
 * @param names of the customer who was erased
 * @param done what was deleted at once, and where
 * @param topics how Kafka removes what is left in them
 */
public record Receipt(
        String commandId,
        String by,
        String reason,
        Instant until,
        Instant written,
        ErasedNames names,
        Done done,
        List<TopicCare> topics) {

    /**
     * What was deleted from state at once.
     *
     * @param events deleted
     * @param journeys published as ERASED
     * @param partition where the customer's cluster lay
     */
    public record Done(long events, long journeys, int partition) {}

    public Receipt {
        topics = List.copyOf(topics);
    }

    /** Of a command that was obeyed. */
    public static Receipt of(IdentityCommand command, ErasedCustomer erased, List<TopicCare> topics, Instant now) {
        return new Receipt(
                command.getId(),
                command.getBy(),
                command.getReason(),
                erased.getUntil(),
                now,
                ErasedNames.of(erased.getIdentifiers()),
                new Done(erased.getEvents(), erased.getJourneys(), erased.getPartition()),
                topics);
    }
}
