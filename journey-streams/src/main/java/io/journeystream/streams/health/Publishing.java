package io.journeystream.streams.health;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.JourneyDefinition;
import io.journeystream.health.Apart;
import io.journeystream.health.CellKey;
import io.journeystream.health.Flow;
import io.journeystream.health.FlowKey;
import io.journeystream.health.FlowSums;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthRecords;
import io.journeystream.health.Sums;
import io.journeystream.streams.state.StateStores;
import io.journeystream.topics.Topics;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Adds differences to health cells and edges of the journey map, and publishes those that changed now and then. */
public final class Publishing implements Processor<byte[], byte[], byte[], Told> {
    private final HealthPlan plan;
    private final Definitions definitions;
    private final Serializer<HealthCell> health;
    private final Serializer<Flow> flows;
    private final SumsEncoding encoding = new SumsEncoding();
    private final Rhythm rhythm;
    private @Nullable Cells cells;

    public Publishing(HealthPlan plan) {
        this.plan = plan;
        this.definitions = plan.definitions().definitions();
        this.health = Topics.HEALTH.valueSerializer(plan.registry());
        this.flows = Topics.FLOWS.valueSerializer(plan.registry());
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
        cells.put(name, before == null ? record.value() : sum(name, before, record.value()));
        plan.backlog().set(this, cells.changed());
    }

    /** Null if nothing is left. */
    private byte @Nullable [] sum(byte[] name, byte[] before, byte[] added) {
        if (CellName.isCell(name)) {
            Apart<Sums> sums = encoding.cell(before);
            Apart<Sums> difference = encoding.cell(added);
            sums.matured().add(difference.matured());
            sums.provisional().add(difference.provisional());
            return sums.matured().isZero() && sums.provisional().isZero() ? null : encoding.cell(sums);
        }
        Apart<FlowSums> sums = encoding.flow(before);
        Apart<FlowSums> difference = encoding.flow(added);
        FlowSums matured = sums.matured().plus(difference.matured());
        FlowSums provisional = sums.provisional().plus(difference.provisional());
        boolean isZero = matured.equals(FlowSums.ZERO) && provisional.equals(FlowSums.ZERO);
        return isZero ? null : encoding.flow(new Apart<>(matured, provisional));
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
        Told.To to = CellName.isCell(name) ? Told.To.HEALTH : Told.To.FLOWS;
        Told told = new Told(to, sums == null ? null : record(name, sums));
        out.forward(new Record<>(CellName.published(name), told, Math.max(0, out.currentStreamTimeMs())));
        return true;
    }

    private byte[] record(byte[] name, byte[] sums) {
        if (CellName.isCell(name)) {
            CellKey key = CellKey.parse(CellName.text(name));
            HealthCell cell = HealthRecords.of(key, team(key.type()), encoding.cell(sums));
            return health.serialize(Topics.HEALTH.name(), cell);
        }
        FlowKey key = FlowKey.parse(CellName.text(name));
        return flows.serialize(Topics.FLOWS.name(), HealthRecords.of(key, team(key.type()), encoding.flow(sums)));
    }

    private @Nullable String team(String type) {
        JourneyDefinition definition = definitions.definition(type);
        return definition == null ? null : definition.team();
    }
}
