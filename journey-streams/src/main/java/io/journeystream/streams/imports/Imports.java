package io.journeystream.streams.imports;

import io.journeystream.events.Event;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The imports of one partition. Every event of an import is kept aside first, also one that comes after the end mark,
 * for topics are not ordered against each other; what is kept aside of ended imports is handed out cluster by cluster.
 */
public final class Imports {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final StagedEvents staged;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Map<Long, Account> byNumber = new TreeMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, Root> positions = new HashMap<>();

    /**
     * @param stagedEvents where events are kept aside: the store of the agenda
     * @param accounts where is kept what is known of imports: the store of the ledger
     */
    public Imports(
            KeyValueStore<Bytes, byte[]> stagedEvents,
            KeyValueStore<Bytes, byte[]> accounts,
            int partition,
            Ledger ledger) {
        this.staged = new StagedEvents(stagedEvents);
        this.accounts = new Accounts(accounts, partition);
        this.ledger = ledger;
        this.accounts.load().forEach(this::know);
    }

    /** The import that a row of the store of accounts tells of; empty if the row is none of ours. */
    public static Optional<WaitingImport> read(Bytes key, byte[] row) {
        if (!Accounts.isAccount(key)) {
            return Optional.empty();
        }
        Account account = Account.decode(row);
        return Optional.of(new WaitingImport(account.id(), account.state(), account.waiting()));
    }

    /** Keeps an event aside. */
    public void stage(String id, Root root, Event event) {
        Account account = account(id);
        staged.put(account, root, event);
        ledger.add(account.state() == ImportState.OPEN ? Count.STAGED : Count.MERGING, 1);
        save(account.staged());
    }

    /** The import has ended: what is kept aside of it, and what comes later, may be merged. */
    public void end(String id) {
        Account account = account(id);
        if (account.state() == ImportState.OPEN) {
            LOG.info("import {} has ended: {} events are merged", id, account.waiting());
            ledger.add(Count.STAGED, -account.waiting());
            ledger.add(Count.MERGING, account.waiting());
            save(account.with(ImportState.ENDED));
        }
    }

    /** The import is given up, unless it has ended. Its id is free again. */
    public void discard(String id) {
        Long number = numbers.get(id);
        Account account = number == null ? null : byNumber.get(number);
        if (account == null) {
            return; // none of its events lie here
        }
        if (account.state() != ImportState.OPEN) {
            LOG.warn("import {} cannot be given up any more: it has ended", id);
            return;
        }
        LOG.info("import {} is given up: {} events are deleted", id, account.waiting());
        ledger.add(Count.STAGED, -account.waiting());
        ledger.add(Count.DISCARDED, account.waiting());
        numbers.remove(id);
        save(account.with(ImportState.DISCARDED));
    }

    /** Events of one cluster that may be merged, or deleted; null if none wait. */
    public @Nullable StagedCluster next() {
        for (Account account : byNumber.values()) {
            if (account.state() != ImportState.OPEN && account.waiting() > 0) {
                return next(account);
            }
        }
        return null;
    }

    /** Deleted rows are not free, so a scan begins where the last one ended; then once more, for what came behind it. */
    private StagedCluster next(Account account) {
        Root position = positions.get(account.number());
        StagedCluster next = staged.next(account.number(), position);
        if (next == null && position != null) {
            next = staged.next(account.number(), null);
        }
        if (next == null) {
            throw new IllegalStateException(
                    account.waiting() + " events of import " + account.id() + " are not where they should be");
        }
        positions.put(account.number(), next.root());
        return next;
    }

    /** Whether the events are those of an import that was given up. */
    public boolean isDiscarded(StagedCluster cluster) {
        Account account = byNumber.get(cluster.account());
        return account == null || account.state() == ImportState.DISCARDED;
    }

    /** These events need not be kept aside any longer. */
    public void done(StagedCluster cluster) {
        Account account = byNumber.get(cluster.account());
        if (account == null) {
            throw new IllegalArgumentException("no import has the number " + cluster.account());
        }
        staged.remove(cluster);
        Account less = account.without(cluster.events().size());
        if (less.state() == ImportState.ENDED) {
            ledger.add(Count.MERGING, -cluster.events().size());
            save(less);
        } else if (less.waiting() > 0) {
            save(less);
        } else {
            forget(less);
        }
    }

    /** Known by its id until it is given up: a later event under the id opens another. */
    private Account account(String id) {
        Long number = numbers.get(id);
        Account known = number == null ? null : byNumber.get(number);
        if (known != null) {
            return known;
        }
        LOG.info("import {} begins", id);
        long next = byNumber.keySet().stream().reduce(-1L, Math::max) + 1;
        Account opened = Account.opened(next, id);
        save(opened);
        return opened;
    }

    private void save(Account account) {
        know(account);
        accounts.save(account);
    }

    private void know(Account account) {
        byNumber.put(account.number(), account);
        if (account.state() != ImportState.DISCARDED) {
            numbers.put(account.id(), account.number());
        }
    }

    private void forget(Account account) {
        byNumber.remove(account.number());
        positions.remove(account.number());
        accounts.remove(account);
    }
}
