package io.journeystream.streams.health;

import io.journeystream.definitions.PublishedDefinitions;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.StandingDefinitions.Heard;
import io.journeystream.events.SingleObject;
import io.journeystream.streams.definitions.DefinitionsInForce;
import io.journeystream.streams.state.StateStores;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Adds differences to health cells and edges of the journey map, and publishes those that changed now and then. */
public final class Publishing implements Processor<byte[], byte[], byte[], Told> {
    private final HealthPlan plan;
    private final Published health;
    private final Published flows;
    private final Rhythm rhythm;
    private final SingleObject<PublishedDefinitions> encoding = new SingleObject<>(PublishedDefinitions.class);
    private @Nullable Cells cells;
    private @Nullable DefinitionsInForce inForce;

    public Publishing(HealthPlan plan) {
        this.plan = plan;
        this.health = new PublishedCells(plan.registry(), this::team);
        this.flows = new PublishedEdges(plan.registry(), this::team);
        this.rhythm = new Rhythm(plan.pace().publishing(), plan.pace().underLoad(), plan.nanoTime());
    }

    @Override
    public void init(ProcessorContext<byte[], Told> context) {
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(StateStores.CELLS);
        Cells kept = new Cells(store);
        DefinitionsInForce standing = new DefinitionsInForce(store, plan.definitions());
        cells = kept;
        inForce = standing;
        hear(plan.definitions(), standing, kept);
        plan.backlog().set(this, kept.toDo());
        context.schedule(Rhythm.ASK, PunctuationType.WALL_CLOCK_TIME, now -> publish(now, kept, context));
    }

    @Override
    public void close() {
        plan.backlog().forget(this);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (cells == null || inForce == null) {
            throw new IllegalStateException("not initialised");
        }
        rhythm.heard();
        if (CellName.isOfDefinitions(record.key())) {
            if (StandingDefinitions.read(encoding.decode(record.value())) instanceof Heard.Laid laid) {
                hear(laid.standing(), inForce, cells);
            }
        } else {
            add(record.key(), record.value(), cells);
        }
        plan.backlog().set(this, cells.toDo());
    }

    /** Types may belong to other teams now. */
    private static void hear(StandingDefinitions said, DefinitionsInForce standing, Cells kept) {
        Map<String, String> before = standing.definitions().teams();
        standing.hear(said);
        if (!before.equals(standing.definitions().teams())) {
            kept.tellAllAgain();
        }
    }

    private void add(byte[] name, byte[] difference, Cells kept) {
        byte[] before = kept.get(name);
        kept.put(name, before == null ? difference : kind(name).sum(before, difference));
    }

    private Published kind(byte[] name) {
        return CellName.isCell(name) ? health : flows;
    }

    private void publish(long now, Cells kept, ProcessorContext<byte[], Told> out) {
        if (rhythm.work(now, () -> publishNext(kept, out))) {
            plan.backlog().set(this, kept.toDo());
        }
    }

    private boolean publishNext(Cells kept, ProcessorContext<byte[], Told> out) {
        if (kept.changed() == 0) {
            return kept.markSome();
        }
        byte[] name = kept.takeChanged();
        byte[] sums = kept.get(name);
        Published kind = kind(name);
        Told told = new Told(kind.to(), sums == null ? null : kind.record(CellName.text(name), sums));
        out.forward(new Record<>(CellName.published(name), told, Math.max(0, out.currentStreamTimeMs())));
        return true;
    }

    private @Nullable String team(String type) {
        return Objects.requireNonNull(inForce).definitions().teams().get(type);
    }
}
