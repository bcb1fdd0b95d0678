package io.journeystream.streams;

import io.journeystream.clock.ClockTick;
import io.journeystream.identity.Erasure;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.registry.Decoded;
import io.journeystream.rejects.RejectReason;
import io.journeystream.streams.clusters.Agenda;
import io.journeystream.streams.clusters.ChangedClusters;
import io.journeystream.streams.clusters.Clusters;
import io.journeystream.streams.clusters.Identities;
import io.journeystream.streams.clusters.Members;
import io.journeystream.streams.definitions.DefinitionsInForce;
import io.journeystream.streams.imports.Imports;
import io.journeystream.streams.intake.Intake;
import io.journeystream.streams.intake.Received;
import io.journeystream.streams.intake.Received.Accepted;
import io.journeystream.streams.intake.Received.Refused;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.ledger.LedgerStore;
import io.journeystream.streams.placement.Mailbox;
import io.journeystream.streams.placement.Origin;
import io.journeystream.streams.placement.Placement;
import io.journeystream.streams.placement.Placing;
import io.journeystream.streams.publishing.Changes;
import io.journeystream.streams.publishing.KeptClusters;
import io.journeystream.streams.publishing.Merger;
import io.journeystream.streams.publishing.Naming;
import io.journeystream.streams.publishing.Publisher;
import io.journeystream.streams.publishing.Rounds;
import io.journeystream.streams.publishing.Sweep;
import io.journeystream.topics.ImportId;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * One partition of stitching, from start to stop: takes in events and ticks, sends on what belongs elsewhere, keeps the
 * rest in its cluster, or aside if an import brings it, and publishes what changed. A restart makes a new one, so that
 * nothing of an aborted transaction is left in memory.
 */
final class StitchingTask implements AutoCloseable {
    private final Intake intake;
    private final Placing placing;
    private final Imports imports;
    private final KeptClusters kept;
    private final Ruling ruling;
    private final LedgerStore ledgers;
    private final Ledger ledger;
    private final Rounds rounds;
    private final Outputs outputs;
    private final long futureTolerance;
    private boolean saved;

    StitchingTask(StitchingPlan plan, Placement placement, TaskState state, Outputs outputs) {
        this.intake = new Intake(plan.registry());
        this.outputs = outputs;
        this.futureTolerance = plan.futureTolerance().toMillis();
        Clusters clusters = new Clusters(state.clusters());
        Agenda agenda = new Agenda(state.agenda());
        ChangedClusters changed = new ChangedClusters(agenda);
        this.ledgers = new LedgerStore(state.ledger(), placement.partition());
        this.ledger = ledgers.load();
        Members members = new Members(state.clusters(), clusters, ledger);
        Mailbox mailbox = new Mailbox(placement, ledger, outputs::route);
        Naming naming = new Naming(new Identities(state.clusters(), clusters), outputs, mailbox);
        this.kept = new KeptClusters(plan.kept());
        DefinitionsInForce inForce = new DefinitionsInForce(state.agenda(), plan.definitions());
        Publisher publisher =
                new Publisher(inForce.definitions(), clusters, members, agenda, ledger, outputs, naming, kept);
        Sweep sweep = new Sweep(state.agenda(), clusters, changed, publisher);
        this.ruling = new Ruling(inForce, publisher, sweep);
        ruling.begin(plan.definitions());
        this.imports = new Imports(state.agenda(), state.ledger(), placement.partition(), ledger);
        this.placing = Placing.of(
                () -> inForce.definitions().identity(),
                placement.partition(),
                state.clusters(),
                mailbox,
                imports,
                new Changes(changed, publisher, kept, sweep),
                ledger,
                new Voice(outputs, ledger));
        Merger merger = new Merger(imports, event -> placing.take(event, null, true, null), changed, publisher);
        this.rounds = new Rounds(publisher, changed, agenda, merger, sweep, ledger, plan.pace(), plan.nanoTime());
        if (sweep.isRunning()) {
            saveLedger(); // whoever waits until all is published must know at once
        }
    }

    /** A record of one of the three event topics. */
    void receive(Record<byte[], byte[]> record, RecordMetadata place) {
        rounds.eventCame(record.timestamp());
        ledger.add(Count.RECEIVED, 1);
        if (record.headers().lastHeader(ImportId.HEADER) != null) {
            ledger.add(Count.IMPORTED, 1);
        }
        Received received = intake.event(place.topic(), record.headers(), record.value());
        if (received instanceof Accepted accepted) {
            Origin origin = new Origin(place.topic(), place.partition(), place.offset(), record.timestamp());
            placing.take(accepted.event(), accepted.importId(), false, origin);
        } else {
            reject(record, place, (Refused) received);
        }
        save();
    }

    /** A record of the routing topic. */
    void receiveRouted(Record<byte[], byte[]> record, RecordMetadata place) {
        rounds.recordCame(record.timestamp());
        if (!placing.receive(record.value())) {
            ledger.add(Count.RECEIVED, 1);
            reject(record, place, new Refused(RejectReason.UNDECODABLE, "not written by stitching", null));
        }
        save();
    }

    /** A record of the topic of commands about identity. */
    void obey(Record<byte[], byte[]> record, RecordMetadata place) {
        rounds.recordCame(record.timestamp());
        Decoded<IdentityCommand> command = intake.command(record.value());
        if (command instanceof Decoded.Value<IdentityCommand> read) {
            placing.obey(read.value(), record.timestamp() + futureTolerance);
        } else {
            ledger.add(Count.RECEIVED, 1);
            reject(record, place, new Refused(RejectReason.UNDECODABLE, "not a command: " + command, null));
        }
        save();
    }

    /** A record of the topic of definitions. */
    void define(Record<byte[], byte[]> record, RecordMetadata place) {
        rounds.recordCame(record.timestamp());
        ruling.hear(intake.definitions(record.value())).ifPresent(refused -> {
            ledger.add(Count.RECEIVED, 1);
            reject(record, place, refused);
        });
        save();
    }

    /** A record of the topic of erasures, which says again what was said here, unless state was lost. */
    void recall(Record<byte[], byte[]> record, RecordMetadata place) {
        Decoded<Erasure> erasure = intake.erasure(record.value());
        if (erasure instanceof Decoded.Value<Erasure> read) {
            placing.recall(read.value());
        } else {
            ledger.add(Count.RECEIVED, 1);
            reject(record, place, new Refused(RejectReason.UNDECODABLE, "not an erasure: " + erasure, null));
        }
        save();
    }

    /** A record of the clock topic. */
    void tick(Record<byte[], byte[]> record, RecordMetadata place) {
        rounds.recordCame(record.timestamp());
        Decoded<ClockTick> tick = intake.tick(record.value());
        if (!(tick instanceof Decoded.Value<ClockTick> read)) {
            ledger.add(Count.RECEIVED, 1);
            reject(record, place, new Refused(RejectReason.UNDECODABLE, "not a clock tick: " + tick, null));
        } else {
            take(read.value(), record.timestamp());
        }
        save();
    }

    /** An end mark counts even if its time does not. */
    private void take(ClockTick tick, long arrived) {
        String ended = tick.getImportId();
        if (ended != null && tick.getDiscards()) {
            imports.discard(ended);
            return;
        }
        if (ended != null) {
            imports.end(ended);
        }
        long time = tick.getTime().toEpochMilli();
        if (time - futureTolerance > arrived) {
            ledger.add(Count.IGNORED_TICKS, 1);
        } else {
            ledger.advance(time);
            rounds.tickCame();
        }
    }

    /** Publishes a slice of what has changed; the wall clock decides when this is called, never what it does. */
    void publish(long now) {
        if (rounds.slice(now) || !saved) {
            save();
        }
    }

    @Override
    public void close() {
        kept.close();
    }

    private void reject(Record<byte[], byte[]> record, RecordMetadata place, Refused refused) {
        outputs.reject(Rejects.of(record, place, refused), record.key(), record.timestamp());
        ledger.add(Count.of(refused.reason()), 1);
    }

    /** Also where nothing has come yet: whoever counts from now on must know that it was 0. */
    private void save() {
        placing.work();
        saved = true;
        saveLedger();
    }

    private void saveLedger() {
        rounds.countPending();
        ledgers.save(ledger);
    }
}
