package io.journeystream.measures;

import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The cases of a journey, by the value of their {@code case} reference (docs/semantics.md, sections 6 and 7). */
final class Cases {
    private static final String REFERENCE = "case";
    private static final String NONE = "";
    private static final Set<Operation> OF_CASES = EnumSet.of(
            Operation.CASE_OPENED,
            Operation.CASE_PENDING,
            Operation.CASE_ASSIGNED,
            Operation.CASE_RESOLVED,
            Operation.CASE_REOPENED,
            Operation.CASE_CLOSED);
    private static final Set<Operation> CLOSING = EnumSet.of(Operation.CASE_RESOLVED, Operation.CASE_CLOSED);

    private final Collection<List<OperationalEvent>> cases;
    private final List<OperationalEvent> events = new ArrayList<>();

    /** Reads the cases from a journey's operational events, which are in order. */
    Cases(List<OperationalEvent> operations) {
        Map<String, List<OperationalEvent>> byReference = new TreeMap<>();
        for (OperationalEvent operation : operations) {
            if (OF_CASES.contains(operation.getOperation())) {
                events.add(operation);
                byReference
                        .computeIfAbsent(
                                operation.getReferences().getOrDefault(REFERENCE, NONE), r -> new ArrayList<>())
                        .add(operation);
            }
        }
        cases = byReference.values();
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    boolean anyOpen() {
        return cases.stream().anyMatch(events -> !closes(events.get(events.size() - 1)));
    }

    /** Time of the latest event of any case, epoch milliseconds; there must be one. */
    long latestEvent() {
        return time(events.get(events.size() - 1));
    }

    int reopenings() {
        return (int) events.stream()
                .filter(event -> event.getOperation() == Operation.CASE_REOPENED)
                .count();
    }

    boolean reopenedAfter(long time) {
        return events.stream().anyMatch(event -> event.getOperation() == Operation.CASE_REOPENED && time(event) > time);
    }

    /** When the last of the closed cases was closed for good, epoch milliseconds; there must be one. */
    long closedAt() {
        return cases.stream().mapToLong(Cases::startOfFinalRun).max().orElseThrow();
    }

    private static long startOfFinalRun(List<OperationalEvent> events) {
        int i = events.size() - 1;
        while (i > 0 && closes(events.get(i - 1))) {
            i--;
        }
        return time(events.get(i));
    }

    private static boolean closes(OperationalEvent event) {
        return CLOSING.contains(event.getOperation());
    }

    private static long time(OperationalEvent event) {
        return event.getOccurredAt().toEpochMilli();
    }
}
