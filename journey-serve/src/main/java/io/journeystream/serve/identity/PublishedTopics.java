package io.journeystream.serve.identity;

import io.journeystream.events.Identifier;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Identity;
import io.journeystream.journeys.Journey;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.ReadingProgress;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What streams has published about one journey or customer: the last word there is. */
final class PublishedTopics {
    private final CommittedRecords records;
    private final AvroDecoder<Journey> journeys;
    private final AvroDecoder<Identity> identities;
    private final ReadingProgress progress;

    PublishedTopics(CommittedRecords records, SchemaRegistry registry, ReadingProgress progress) {
        this.records = records;
        this.journeys = new AvroDecoder<>(registry, Journey.class);
        this.identities = new AvroDecoder<>(registry, Identity.class);
        this.progress = progress;
    }

    /** The last record of a journey; empty if there is none. */
    Optional<Journey> journey(String journeyId) {
        byte[] wanted = journeyId.getBytes(StandardCharsets.UTF_8);
        AtomicReference<@Nullable Journey> last = new AtomicReference<>();
        records.read(Topics.JOURNEYS, Map.of(), record -> {
            progress.read(record.topic());
            if (Arrays.equals(wanted, record.key())) {
                last.set(decoded(journeys, record).orElse(null));
            }
        });
        return Optional.ofNullable(last.get());
    }

    /** The identifier by which a customer is known; empty if nobody is named so. */
    Optional<Identifier> strongest(String customerId) {
        AtomicReference<@Nullable Identifier> strongest = new AtomicReference<>();
        records.read(Topics.IDENTITIES, Map.of(), record -> {
            progress.read(record.topic());
            decoded(identities, record)
                    .map(Identity::getIdentifier)
                    .filter(identifier -> Identifiers.customerId(identifier).equals(customerId))
                    .ifPresent(strongest::set);
        });
        return Optional.ofNullable(strongest.get());
    }

    private static <T extends SpecificRecord> Optional<T> decoded(
            AvroDecoder<T> decoder, ConsumerRecord<byte[], byte[]> record) {
        return record.value() != null && decoder.decode(record.value()) instanceof Decoded.Value<T> read
                ? Optional.of(read.value())
                : Optional.empty();
    }
}
