package io.journeystream.local.outages;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What clients were answered: how often what, and all that no client should ever see. */
final class Answers {
    static final int ACCEPTED = 202;
    private static final int CUT_OFF = 0;

    private final Map<Integer, AtomicInteger> byStatus = new ConcurrentHashMap<>();
    private final Queue<String> undocumented = new ConcurrentLinkedQueue<>();

    void heard(HttpResponse<String> answer) {
        count(answer.statusCode());
        if (answer.statusCode() != ACCEPTED) {
            complaint(answer).ifPresent(undocumented::add);
        }
    }

    /** No answer at all. */
    void cutOff() {
        count(CUT_OFF);
    }

    private void count(int status) {
        byStatus.computeIfAbsent(status, none -> new AtomicInteger()).incrementAndGet();
    }

    private static Optional<String> complaint(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        boolean mayComeBack = answer.statusCode() == 429 || answer.statusCode() == 503;
        boolean saysWhen = answer.headers().firstValue("Retry-After").isPresent();
        return mayComeBack && saysWhen && type.startsWith("application/problem+json")
                ? Optional.empty()
                : Optional.of(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
    }

    int accepted() {
        return of(ACCEPTED);
    }

    /** Told to come back later. */
    int refused() {
        return of(429) + of(503);
    }

    int cut() {
        return of(CUT_OFF);
    }

    private int of(int status) {
        AtomicInteger count = byStatus.get(status);
        return count == null ? 0 : count.get();
    }

    Queue<String> undocumented() {
        return undocumented;
    }

    @Override
    public String toString() {
        return "answers by status, 0 for none: " + byStatus;
    }
}
