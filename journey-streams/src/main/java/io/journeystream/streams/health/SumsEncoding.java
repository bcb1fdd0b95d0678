package io.journeystream.streams.health;

import io.journeystream.events.SingleObject;
import io.journeystream.health.Apart;
import io.journeystream.health.Figure;
import io.journeystream.health.FlowSums;
import io.journeystream.health.Histogram;
import io.journeystream.health.Sums;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Sums as bytes, in state and on their way to where cells are kept. For one thread only. */
final class SumsEncoding {
    private final SingleObject<CellRecord> cells = new SingleObject<>(CellRecord.class);
    private final SingleObject<FlowRecord> flows = new SingleObject<>(FlowRecord.class);

    byte[] cell(Apart<Sums> sums) {
        return cells.encode(new CellRecord(record(sums.matured()), record(sums.provisional())));
    }

    Apart<Sums> cell(byte[] bytes) {
        CellRecord record = cells.decode(bytes);
        return new Apart<>(sums(record.getMatured()), sums(record.getProvisional()));
    }

    byte[] flow(Apart<FlowSums> sums) {
        return flows.encode(new FlowRecord(record(sums.matured()), record(sums.provisional())));
    }

    Apart<FlowSums> flow(byte[] bytes) {
        FlowRecord record = flows.decode(bytes);
        return new Apart<>(sums(record.getMatured()), sums(record.getProvisional()));
    }

    private static SumsRecord record(Sums sums) {
        List<Long> figures = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            if (sums.get(figure) != 0) {
                figures.add((long) figure.place());
                figures.add(sums.get(figure));
            }
        }
        boolean noCost = sums.costSquared().stream().allMatch(squared -> squared.signum() == 0);
        return new SumsRecord(
                figures,
                noCost
                        ? List.of()
                        : sums.costSquared().stream().map(SumsEncoding::bytes).toList(),
                pairs(sums.effort()),
                pairs(sums.timeToResolution()),
                pairs(sums.singleChannelCost()));
    }

    private static ByteBuffer bytes(BigInteger number) {
        return ByteBuffer.wrap(number.toByteArray());
    }

    private static List<Long> pairs(Histogram histogram) {
        List<Long> pairs = new ArrayList<>();
        histogram.forEach((bucket, count) -> {
            pairs.add((long) bucket);
            pairs.add(count);
        });
        return pairs;
    }

    private static Sums sums(SumsRecord record) {
        Sums sums = new Sums();
        forEachPair(record.getFigures(), (place, sum) -> sums.add(Figure.at(place), sum));
        for (int i = 0; i < record.getCostSquared().size(); i++) {
            ByteBuffer bytes = record.getCostSquared().get(i);
            byte[] number = new byte[bytes.remaining()];
            bytes.duplicate().get(number);
            sums.addCostSquared(i, new BigInteger(number));
        }
        forEachPair(record.getEffort(), sums.effort()::addTo);
        forEachPair(record.getTimeToResolution(), sums.timeToResolution()::addTo);
        forEachPair(record.getSingleChannelCost(), sums.singleChannelCost()::addTo);
        return sums;
    }

    private static void forEachPair(List<Long> pairs, BiConsumer<Integer, Long> each) {
        for (int i = 0; i < pairs.size(); i += 2) {
            each.accept(pairs.get(i).intValue(), pairs.get(i + 1));
        }
    }

    private static FlowSumsRecord record(FlowSums sums) {
        return new FlowSumsRecord(
                sums.transitions(),
                sums.forced(),
                sums.voluntary(),
                sums.concurrent(),
                sums.costMicros(),
                sums.delayMillis());
    }

    private static FlowSums sums(FlowSumsRecord record) {
        return new FlowSums(
                record.getTransitions(),
                record.getForced(),
                record.getVoluntary(),
                record.getConcurrent(),
                record.getCostMicros(),
                record.getDelayMillis());
    }
}
