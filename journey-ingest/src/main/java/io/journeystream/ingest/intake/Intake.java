package io.journeystream.ingest.intake;

import io.journeystream.ingest.events.ArrivalRule;
import io.journeystream.ingest.events.EventParser;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.producing.Piece;
import io.journeystream.ingest.producing.Rejects;
import io.journeystream.ingest.producing.RequestProducer;
import io.journeystream.ingest.producing.Shipment;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes in what requests bring: one path for one event and for many, whatever they are wrapped in. */
public final class Intake {
    private final Judge judge;
    private final RequestProducer producer;
    private final Clock clock;
    private final int mostItems;

    /** @param mostItems of one request */
    public Intake(EventParser parser, ArrivalRule arrival, RequestProducer producer, int mostItems) {
        this.judge = new Judge(parser, arrival);
        this.producer = producer;
        this.clock = arrival.clock();
        this.mostItems = mostItems;
    }

    /**
     * Decides about every item, and hands all of them to Kafka.
     *
     * @param mayWrite whether the client may write events of a source
     * @return when Kafka has acknowledged everything, or it is clear that it will not in time; ends on a thread that must
     *     not block
     */
    public CompletableFuture<Receipt> take(Submission submission, Predicate<String> mayWrite) {
        String trouble = producer.trouble();
        if (trouble != null) {
            return done(new Receipt.Away(trouble));
        }
        List<Verdict> verdicts = new ArrayList<>();
        Malformed malformed = Items.read(submission, item -> {
            if (item.index() <= mostItems) {
                verdicts.add(judge.judge(item, submission));
            }
        });
        if (malformed != null) {
            return keepWhole(submission, malformed);
        }
        if (verdicts.size() > mostItems) {
            return done(new Receipt.TooMany(mostItems));
        }
        Receipt forbidden = forbidden(verdicts, mayWrite);
        return forbidden == null ? keep(submission, verdicts) : done(forbidden);
    }

    private static CompletableFuture<Receipt> done(Receipt receipt) {
        return CompletableFuture.completedFuture(receipt);
    }

    private CompletableFuture<Receipt> keepWhole(Submission submission, Malformed why) {
        if (submission.body().length == 0) {
            return done(new Receipt.Unreadable(why, false));
        }
        Receipt receipt = new Receipt.Unreadable(why, true);
        String message = "is no JSON: " + why.message() + " (line " + why.line() + ", column " + why.column() + ")";
        Reject reject = Rejects.atIngest(RejectReason.UNREADABLE, message, clock.instant())
                .setContentType(submission.contentType())
                .setPayload(submission.whole())
                .build();
        return producer.send(List.of(producer.pack(reject))).thenApply(shipment -> receipt(shipment, kept -> receipt));
    }

    private static @Nullable Receipt forbidden(List<Verdict> verdicts, Predicate<String> mayWrite) {
        for (Verdict verdict : verdicts) {
            String source = verdict.source();
            if (source != null && !mayWrite.test(source)) {
                return new Receipt.Forbidden(verdict.item().index(), source);
            }
        }
        return null;
    }

    private CompletableFuture<Receipt> keep(Submission submission, List<Verdict> verdicts) {
        List<Piece> pieces = new ArrayList<>(verdicts.size());
        for (Verdict verdict : verdicts) {
            pieces.add(
                    verdict instanceof Verdict.Accepted accepted
                            ? producer.pack(accepted.event())
                            : producer.pack(reject((Verdict.Refused) verdict, submission)));
        }
        return producer.send(pieces).thenApply(shipment -> receipt(shipment, kept -> receipt(pieces, kept)));
    }

    private Reject reject(Verdict.Refused refused, Submission submission) {
        Parsed.Rejected why = refused.why();
        return Rejects.atIngest(why.reason(), why.message(), clock.instant())
                .setPointer(why.pointer())
                .setSource(why.source())
                .setEventId(why.eventId())
                .setContentType(submission.itemType())
                .setPayload(submission.whole(refused.item()))
                .build();
    }

    private static Receipt receipt(Shipment shipment, Function<Shipment.Kept, Receipt> kept) {
        if (shipment instanceof Shipment.Kept all) {
            return kept.apply(all);
        }
        if (shipment instanceof Shipment.Away away) {
            return new Receipt.Away(away.reason());
        }
        return shipment instanceof Shipment.Unsure unsure ? new Receipt.Unsure(unsure.reason()) : new Receipt.Full();
    }

    private static Receipt receipt(List<Piece> pieces, Shipment.Kept kept) {
        Map<String, Integer> events = new TreeMap<>();
        List<Receipt.Refused> refused = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Reject reject = kept.replaced().getOrDefault(i, piece.reject());
            if (reject == null) {
                events.merge(piece.topic(), 1, Integer::sum);
            } else {
                refused.add(Receipt.Refused.of(i, reject));
            }
        }
        return new Receipt.Kept(pieces.size() - refused.size(), events, refused);
    }
}
