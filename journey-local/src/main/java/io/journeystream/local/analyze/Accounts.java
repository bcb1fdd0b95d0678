package io.journeystream.local.analyze;

import io.journeystream.ingest.imports.ImportCounts;
import io.journeystream.local.Failure;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.LedgerView;

/**
 * What became of every row and every event of a run.
 *
 * @param rows read
 * @param skipped rows left out on purpose
 * @param rejectedRows rows refused whole
 * @param accepted events that count, or counted until a later revision replaced them
 * @param duplicates events that were known already
 * @param rejectedEvents single events refused, at the edge or by streams
 * @param customers all that are known
 * @param conflicts evidence that would make two of them one, and does not
 */
record Accounts(
        long rows,
        long skipped,
        long rejectedRows,
        long accepted,
        long duplicates,
        long rejectedEvents,
        long customers,
        long conflicts) {

    /**
     * The accounts of a run, from what the import sent and what streams has counted in its state since.
     *
     * @param before the ledger when the run began
     * @param after the ledger with nothing left to process
     * @throws Failure if they do not agree: something was lost or counted twice
     */
    static Accounts of(ImportCounts sent, LedgerView before, LedgerView after) {
        long accepted = after.processed() - before.processed();
        long duplicates = after.duplicates() - before.duplicates();
        long rejected = after.rejected() - before.rejected();
        if (accepted + duplicates + rejected != sent.eventsSent()) {
            throw new Failure("the accounts do not balance: " + sent.eventsSent() + " events were sent, but " + accepted
                    + " accepted, " + duplicates + " duplicates and " + rejected
                    + " rejected; the results would be wrong and were not written, please report this");
        }
        return new Accounts(
                sent.rows(),
                sent.skipped(),
                sent.rejectedRows(),
                accepted,
                duplicates,
                rejected + sent.rejectedEvents(),
                after.customers(),
                after.get(Count.CONFLICTS));
    }
}
