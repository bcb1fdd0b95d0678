package io.journeystream.streams.health;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.JourneyDefinition;
import io.journeystream.streams.state.StateStores;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Adds differences to health cells and edges of the journey map, and publishes those that changed now and then. */
public final class Publishing implements Processor<byte[], byte[], byte[], Told> {
    private final HealthPlan plan;
    private final Definitions definitions;
    private final Published health;
    private final Published flows;
    private final Rhythm rhythm;
    private @Nullable Cells cells;

    public Publishing(HealthPlan plan) {
        this.plan = plan;
        this.definitions = plan.definitions();
        this.health = new PublishedCells(plan.registry(), this::team);
        this.flows = new PublishedEdges(plan.registry(), this::team);
        this.rhythm = new Rhythm(plan.pace().publishing(), plan.nanoTime());
    }

    @Override
    public void init(ProcessorContext<byte[], Told> context) {
        Cells kept = new Cells(context.getStateStore(StateStores.CELLS));
        cells = kept;
        plan.backlog().set(this, kept.changed());
        context.schedule(Rhythm.ASK, PunctuationType.WALL_CLOCK_TIME, now -> publish(now, kept, context));
    }

    @Override
    public void close() {
        plan.backlog().forget(this);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (cells == null) {
            throw new IllegalStateException("not initialised");
        }
        byte[] name = record.key();
        byte[] before = cells.get(name);
        cells.put(name, before == null ? record.value() : kind(name).sum(before, record.value()));
        plan.backlog().set(this, cells.changed());
    }

    private Published kind(byte[] name) {
        return CellName.isCell(name) ? health : flows;
    }

    private void publish(long now, Cells kept, ProcessorContext<byte[], Told> out) {
        if (rhythm.work(now, () -> publishNext(kept, out))) {
            plan.backlog().set(this, kept.changed());
        }
    }

    private boolean publishNext(Cells kept, ProcessorContext<byte[], Told> out) {
        if (kept.changed() == 0) {
            return false;
        }
        byte[] name = kept.takeChanged();
        byte[] sums = kept.get(name);
        Published kind = kind(name);
        Told told = new Told(kind.to(), sums == null ? null : kind.record(CellName.text(name), sums));
        out.forward(new Record<>(CellName.published(name), told, Math.max(0, out.currentStreamTimeMs())));
        return true;
    }

    private @Nullable String team(String type) {
        JourneyDefinition definition = definitions.definition(type);
        return definition == null ? null : definition.team();
    }
}
