package io.journeystream.ingest.producing;

import io.journeystream.rejects.Reject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The records of one request on their way. It ends when all have arrived, or with the first that does not. */
final class Voyage {
    private final AtomicInteger missing;
    private final Map<Integer, Reject> replaced = new ConcurrentSkipListMap<>();
    private final CompletableFuture<Shipment> end = new CompletableFuture<>();

    Voyage(int records) {
        missing = new AtomicInteger(records);
        if (records == 0) {
            end.complete(new Shipment.Kept(Map.of()));
        }
    }

    void arrived() {
        if (missing.decrementAndGet() == 0) {
            end.complete(new Shipment.Kept(replaced));
        }
    }

    void replaced(int index, Reject by) {
        replaced.put(index, by);
    }

    void lost(Exception cause) {
        end.complete(new Shipment.Unsure(String.valueOf(cause.getMessage())));
    }

    boolean isOver() {
        return end.isDone();
    }

    CompletableFuture<Shipment> end() {
        return end;
    }
}
