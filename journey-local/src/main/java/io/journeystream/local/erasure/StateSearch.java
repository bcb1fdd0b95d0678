package io.journeystream.local.erasure;

import io.journeystream.local.Failure;
import io.journeystream.serve.erasure.Receipt;
import io.journeystream.serve.erasure.TopicCare;
import io.journeystream.streams.names.StoredNames;
import io.journeystream.streams.names.StoredNames.Named;
import io.journeystream.streams.state.StateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the identifiers of a receipt in the local state of streams. */
public final class StateSearch {
    private final Receipt receipt;
    private final StoredNames names = new StoredNames();
    private long read;
    private long live;
    private long unreadable;

    private StateSearch(Receipt receipt) {
        this.receipt = receipt;
    }

    /**
     * What each store below a directory holds.
     *
     * @throws Failure if there is none, or it cannot be read
     */
    public static List<TopicTrace> search(Path directory, Receipt receipt) {
        try {
            List<Path> stores = StateFiles.stores(directory);
            if (stores.isEmpty()) {
                throw new Failure("there is no state below " + directory
                        + ": give the directory that streams runs with (streams.state-directory)");
            }
            List<TopicTrace> traces = new ArrayList<>();
            for (Path store : stores) {
                StateSearch search = new StateSearch(receipt);
                StateFiles.read(store, search::take);
                traces.add(search.trace(directory.relativize(store)));
            }
            return traces;
        } catch (IOException e) {
            throw new Failure("the state in " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void take(byte[] value) {
        read++;
        Optional<List<Named>> named = names.in(value);
        unreadable += named.isEmpty() ? 1 : 0;
        long until = receipt.until().toEpochMilli();
        boolean meant = named.orElse(List.of()).stream()
                .anyMatch(each -> (each.at() == null || each.at() <= until)
                        && receipt.names().contain(each.customerId()));
        live += meant ? 1 : 0;
    }

    /** A store has one row a key, as a compacted topic should. */
    private TopicTrace trace(Path store) {
        TopicCare care = new TopicCare("state " + store, true, null, Duration.ZERO);
        return new TopicTrace(care, read, live, 0, unreadable, null);
    }
}
