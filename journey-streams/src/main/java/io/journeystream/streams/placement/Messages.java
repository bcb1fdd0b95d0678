package io.journeystream.streams.placement;

import io.journeystream.events.EventEncoding;
import io.journeystream.events.Identifier;
import io.journeystream.events.SingleObject;
import io.journeystream.identity.IdentityResult;
import io.journeystream.journeys.Cause;
import io.journeystream.streams.clusters.ClusterRow;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.placement.Message.Answered;
import io.journeystream.streams.placement.Message.Arrival;
import io.journeystream.streams.placement.Message.Ask;
import io.journeystream.streams.placement.Message.Bring;
import io.journeystream.streams.placement.Message.Decreed;
import io.journeystream.streams.placement.Message.Erase;
import io.journeystream.streams.placement.Message.EraseIn;
import io.journeystream.streams.placement.Message.Erased;
import io.journeystream.streams.placement.Message.Give;
import io.journeystream.streams.placement.Message.NamedBy;
import io.journeystream.streams.placement.Message.PairDecreed;
import io.journeystream.streams.placement.Message.Part;
import io.journeystream.streams.placement.Message.Seen;
import io.journeystream.streams.placement.Message.Shorter;
import io.journeystream.streams.placement.Message.Status;
import io.journeystream.streams.placement.Message.Unnamed;
import io.journeystream.streams.records.AnsweredRecord;
import io.journeystream.streams.records.ArrivalRecord;
import io.journeystream.streams.records.AskRecord;
import io.journeystream.streams.records.BringRecord;
import io.journeystream.streams.records.DecreedRecord;
import io.journeystream.streams.records.EraseRecord;
import io.journeystream.streams.records.ErasedRecord;
import io.journeystream.streams.records.ErasureRow;
import io.journeystream.streams.records.GiveRecord;
import io.journeystream.streams.records.MessageRecord;
import io.journeystream.streams.records.Name;
import io.journeystream.streams.records.NamedByRecord;
import io.journeystream.streams.records.OriginRecord;
import io.journeystream.streams.records.PairRecord;
import io.journeystream.streams.records.PartRecord;
import io.journeystream.streams.records.RowRecord;
import io.journeystream.streams.records.SeenRecord;
import io.journeystream.streams.records.ShorterRecord;
import io.journeystream.streams.records.StatusRecord;
import io.journeystream.streams.records.StatusRow;
import io.journeystream.streams.records.UnnamedRecord;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** How messages travel to other partitions: internal bytes that need no registry. For one thread only. */
final class Messages {
    private final SingleObject<MessageRecord> records = new SingleObject<>(MessageRecord.class);
    private final EventEncoding events = new EventEncoding();
    private final SingleObject<IdentityResult> results = new SingleObject<>(IdentityResult.class);

    byte[] encode(Letter letter) {
        return records.encode(new MessageRecord(Names.of(letter.to()), body(letter.message())));
    }

    /** The message in the bytes, or null if they are not ours. */
    @Nullable
    Letter decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            MessageRecord record = records.decode(bytes);
            return new Letter(Names.identifier(record.getTo()), message(record.getBody()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Object body(Message message) {
        if (message instanceof Arrival arrival) {
            return body(arrival);
        } else if (message instanceof Seen seen) {
            return new SeenRecord(
                    Names.of(seen.root()), seen.full(), Hashes.encode(seen.neighbours()), imported(seen.cause()));
        } else if (message instanceof Status status) {
            return new StatusRecord(
                    Names.of(status.of()),
                    status.row().getVersion(),
                    status.row().getBlocked(),
                    status.row().getErasedUntil(),
                    imported(status.cause()));
        } else if (message instanceof Ask ask) {
            return new AskRecord(Names.of(ask.other()), imported(ask.cause()));
        } else if (message instanceof Give give) {
            return new GiveRecord(Names.of(give.into()), imported(give.cause()));
        } else if (message instanceof Part part) {
            return body(part);
        } else if (message instanceof Decreed decreed) {
            return new DecreedRecord(decreed.decree());
        } else if (message instanceof PairDecreed pair) {
            return new PairRecord(Names.of(pair.stronger()), Names.of(pair.weaker()), pair.decree());
        } else if (message instanceof Unnamed unnamed) {
            return new UnnamedRecord(Names.of(unnamed.of()));
        } else if (message instanceof Erase erase) {
            return new EraseRecord(erase.commandId(), erase.at());
        } else if (message instanceof EraseIn erase) {
            return erase.asked();
        } else if (message instanceof Erased erased) {
            return new ErasedRecord(erased.until());
        } else if (message instanceof Answered answered) {
            return new AnsweredRecord(ByteBuffer.wrap(results.encode(answered.result())));
        } else if (message instanceof NamedBy named) {
            return new NamedByRecord(ByteBuffer.wrap(named.root().hash()));
        } else if (message instanceof Bring bring) {
            return new BringRecord(Names.of(bring.blocked()));
        }
        return new ShorterRecord(Names.of(((Shorter) message).root()));
    }

    private ArrivalRecord body(Arrival arrival) {
        return ArrivalRecord.newBuilder()
                .setEvent(ByteBuffer.wrap(events.encode(arrival.event())))
                .setImportId(arrival.importId())
                .setEnded(arrival.ended())
                .setSkipped(Names.of(arrival.skipped()))
                .setSettled(arrival.settled())
                .setVia(Names.ofNullable(arrival.via()))
                .setHops(arrival.hops())
                .setOrigin(record(arrival.origin()))
                .build();
    }

    private static @Nullable OriginRecord record(@Nullable Origin origin) {
        return origin == null
                ? null
                : new OriginRecord(origin.topic(), origin.partition(), origin.offset(), origin.arrived());
    }

    private static @Nullable Origin origin(@Nullable OriginRecord record) {
        return record == null
                ? null
                : new Origin(record.getTopic(), record.getPartition(), record.getOffset(), record.getArrived());
    }

    private static PartRecord body(Part part) {
        return new PartRecord(
                Names.of(part.from()),
                part.total(),
                imported(part.cause()),
                part.rows().stream()
                        .map(row -> new RowRecord(
                                ByteBuffer.wrap(row.key().get()),
                                ByteBuffer.wrap(row.value().get())))
                        .toList());
    }

    private Message message(Object body) {
        if (body instanceof ArrivalRecord arrival) {
            return message(arrival);
        } else if (body instanceof SeenRecord seen) {
            return new Seen(
                    identifier(seen.getRoot()),
                    seen.getFull(),
                    Hashes.decode(seen.getNeighbours()),
                    cause(seen.getImported()));
        } else if (body instanceof StatusRecord status) {
            return new Status(
                    identifier(status.getOf()),
                    new StatusRow(status.getVersion(), status.getBlocked(), status.getErasedUntil()),
                    cause(status.getImported()));
        } else if (body instanceof AskRecord ask) {
            return new Ask(identifier(ask.getOther()), cause(ask.getImported()));
        } else if (body instanceof GiveRecord give) {
            return new Give(identifier(give.getInto()), cause(give.getImported()));
        } else if (body instanceof PartRecord part) {
            return message(part);
        } else if (body instanceof DecreedRecord decreed) {
            return new Decreed(decreed.getDecree());
        } else if (body instanceof PairRecord pair) {
            return new PairDecreed(identifier(pair.getStronger()), identifier(pair.getWeaker()), pair.getDecree());
        } else if (body instanceof UnnamedRecord unnamed) {
            return new Unnamed(identifier(unnamed.getOf()));
        } else if (body instanceof EraseRecord erase) {
            return new Erase(erase.getCommandId(), erase.getAt());
        } else if (body instanceof ErasureRow asked) {
            return new EraseIn(asked);
        } else if (body instanceof ErasedRecord erased) {
            return new Erased(erased.getUntil());
        } else if (body instanceof AnsweredRecord answered) {
            return new Answered(results.decode(bytes(answered.getResult())));
        } else if (body instanceof NamedByRecord named) {
            return new NamedBy(Root.at(bytes(named.getRoot()), 0));
        } else if (body instanceof BringRecord bring) {
            return new Bring(identifier(bring.getBlocked()));
        }
        return new Shorter(identifier(((ShorterRecord) body).getRoot()));
    }

    private Arrival message(ArrivalRecord arrival) {
        return new Arrival(
                events.decode(bytes(arrival.getEvent())),
                arrival.getImportId(),
                arrival.getEnded(),
                arrival.getSkipped().stream().map(Names::identifier).toList(),
                arrival.getSettled(),
                Names.identifierOrNull(arrival.getVia()),
                arrival.getHops(),
                origin(arrival.getOrigin()));
    }

    private static Part message(PartRecord part) {
        return new Part(
                identifier(part.getFrom()),
                part.getTotal(),
                part.getRows().stream()
                        .map(row -> new ClusterRow(Bytes.wrap(bytes(row.getKey())), Bytes.wrap(bytes(row.getValue()))))
                        .toList(),
                cause(part.getImported()));
    }

    private static boolean imported(Cause cause) {
        return cause == Cause.IMPORT;
    }

    private static Cause cause(boolean imported) {
        return imported ? Cause.IMPORT : Cause.EVENT;
    }

    private static Identifier identifier(Name name) {
        return Names.identifier(name);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
