package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.serve.alerts.targets.Channel;
import io.journeystream.serve.alerts.targets.Notice;
import io.journeystream.serve.alerts.targets.Sent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A target in this process, which keeps what it takes. */
final class Receiver implements Channel {
    final List<Notice> taken = new CopyOnWriteArrayList<>();
    volatile Supplier<Sent> answer = Sent.Accepted::new;
    volatile boolean takesWhatItRefuses;

    @Override
    public Sent send(Notice notice) {
        Sent said = answer.get();
        if (said instanceof Sent.Accepted || takesWhatItRefuses) {
            taken.add(notice);
        }
        return said;
    }

    /** What a receiver knows that minds the ids. */
    List<Notice> distinct() {
        Map<String, Notice> byId = new LinkedHashMap<>();
        taken.forEach(notice -> byId.putIfAbsent(notice.id(), notice));
        return new ArrayList<>(byId.values());
    }

    /** In order, {@code +a} for an alert that fires and {@code -a} for one that is over; a notice each. */
    List<String> said() {
        return distinct().stream().map(Receiver::said).toList();
    }

    private static String said(Notice notice) {
        return String.join(" ", notice.alerts().stream().map(Receiver::said).toList());
    }

    static String said(Alert alert) {
        return (Telling.isFiring(alert) ? "+" : "-") + alert.getFingerprint();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
