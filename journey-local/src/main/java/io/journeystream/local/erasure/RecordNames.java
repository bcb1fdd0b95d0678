package io.journeystream.local.erasure;

import io.journeystream.events.Digests;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Identity;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.journeys.Journey;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.streams.intake.Intake;
import io.journeystream.streams.intake.Received;
import io.journeystream.streams.names.StoredNames;
import io.journeystream.streams.names.StoredNames.Named;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Whom a record of one of our topics names. For one thread only. */
final class RecordNames {
    /** What is in them is made of hashes and times. */
    static final Set<String> NAMELESS =
            Set.of(Topics.CLOCK.name(), Topics.ERASURES.name(), Topics.IDENTITY_RESULTS.name());

    private static final Set<String> EVENTS =
            Topics.EVENTS.stream().map(Topic::name).collect(Collectors.toSet());

    private final Intake intake;
    private final AvroDecoder<IdentityCommand> commands;
    private final AvroDecoder<Identity> identities;
    private final AvroDecoder<Journey> journeys;
    private final AvroDecoder<Reject> rejects;
    private final StoredNames stored = new StoredNames();
    private final TypedPayload payloads;

    RecordNames(SchemaRegistry registry, TypedPayload payloads) {
        this.intake = new Intake(registry);
        this.commands = new AvroDecoder<>(registry, IdentityCommand.class);
        this.identities = new AvroDecoder<>(registry, Identity.class);
        this.journeys = new AvroDecoder<>(registry, Journey.class);
        this.rejects = new AvroDecoder<>(registry, Reject.class);
        this.payloads = payloads;
    }

    /** All who are named; empty if the record cannot be read, so that nobody knows. */
    Optional<List<Named>> in(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            return Optional.of(key(record.key(), null));
        }
        String topic = record.topic();
        if (EVENTS.contains(topic)) {
            return event(topic, record.key(), value);
        } else if (topic.equals(Topics.IDENTITY_COMMANDS.name())) {
            return decoded(commands, value).map(RecordNames::command);
        } else if (topic.equals(Topics.IDENTITIES.name())) {
            return decoded(identities, value).map(RecordNames::identity);
        } else if (topic.equals(Topics.JOURNEYS.name())) {
            return decoded(journeys, value).map(RecordNames::journey);
        } else if (topic.equals(Topics.REJECTS.name())) {
            return decoded(rejects, value).flatMap(this::reject);
        }
        return stored.in(value);
    }

    private static <T extends SpecificRecord> Optional<T> decoded(AvroDecoder<T> decoder, byte[] value) {
        return decoder.decode(value) instanceof Decoded.Value<T> read ? Optional.of(read.value()) : Optional.empty();
    }

    /** A key {@code type:value} is what a customer id is made of. */
    private static List<Named> key(byte @Nullable [] key, @Nullable Long at) {
        return key == null ? List.of() : List.of(new Named("c_" + Digests.hex20(key), at));
    }

    private Optional<List<Named>> event(String topic, byte @Nullable [] key, byte[] value) {
        Received received = intake.event(topic, new RecordHeaders(), value);
        Event event = received instanceof Received.Accepted accepted
                ? accepted.event()
                : ((Received.Refused) received).event();
        return Optional.ofNullable(event).map(read -> {
            List<Named> named = new ArrayList<>(key(key, read.occurredAt()));
            read.identifiers().forEach(identifier -> named.add(Named.of(identifier, read.occurredAt())));
            return named;
        });
    }

    private static List<Named> command(IdentityCommand command) {
        return Stream.of(Optional.of(command.getIdentifier()), Optional.ofNullable(command.getOther()))
                .flatMap(Optional::stream)
                .map(identifier -> Named.of(identifier, null))
                .toList();
    }

    private static List<Named> identity(Identity identity) {
        long since = identity.getSince().toEpochMilli();
        return List.of(Named.of(identity.getIdentifier(), since), new Named(identity.getCustomerId(), since));
    }

    /** A contact's id may be an identifier, too. */
    private static List<Named> journey(Journey journey) {
        List<Named> named = new ArrayList<>();
        named.add(new Named(journey.getCustomerId(), journey.getStartedAt().toEpochMilli()));
        journey.getContacts()
                .forEach(contact -> named.add(Named.of(
                        new Identifier("contact", contact.getSource() + "/" + contact.getContactId()),
                        contact.getStart().toEpochMilli())));
        return named;
    }

    private Optional<List<Named>> reject(Reject reject) {
        byte[] payload = new byte[reject.getPayload().remaining()];
        reject.getPayload().duplicate().get(payload);
        String topic = reject.getTopic();
        if (payload.length == 0) {
            return Optional.of(List.of());
        }
        return topic != null && EVENTS.contains(topic)
                ? event(topic, null, payload)
                : payloads.names(reject.getContentType(), payload);
    }
}
