package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.DeliveryStatus;
import io.journeystream.serve.alerts.subscriptions.Subscription;
import io.journeystream.serve.alerts.targets.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for one target, sent in order and one at a time: while the first fails, the others need not be tried. For one
 * thread.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration GIVEN_UP = Duration.ofHours(24);

    private final Subscription subscription;
    private final Pauses pauses;
    private final Map<String, Telling> waiting = new LinkedHashMap<>();
    private boolean isSending;
    private int failures;
    private Instant notBefore = Instant.MIN;

    Outbox(Subscription subscription, Pauses pauses) {
        this.subscription = subscription;
        this.pauses = pauses;
    }

    Subscription subscription() {
        return subscription;
    }

    /** One more; the same again is as good as once. */
    void add(Telling telling) {
        waiting.putIfAbsent(telling.id(), telling);
    }

    /** What waits, the one under way included, in order. */
    List<Telling> waiting() {
        return List.copyOf(waiting.values());
    }

    boolean isSending() {
        return isSending;
    }

    boolean isBroken() {
        return failures >= Pauses.BROKEN;
    }

    /** The next one, if it may be sent now; it is under way from then on. */
    Optional<Telling> next(Instant now) {
        if (isSending || waiting.isEmpty() || now.isBefore(notBefore)) {
            return Optional.empty();
        }
        isSending = true;
        return Optional.of(waiting.values().iterator().next());
    }

    /** What has become of the one under way. */
    Telling sent(Telling telling, Sent sent, Instant at) {
        isSending = false;
        Telling after = outcome(telling, sent, at);
        if (after.isSettled()) {
            waiting.remove(telling.id());
        } else {
            waiting.put(telling.id(), after);
        }
        return after;
    }

    private Telling outcome(Telling telling, Sent sent, Instant at) {
        if (sent instanceof Sent.Failed failed) {
            return failed(telling, failed, at);
        }
        if (failures > 0) {
            LOG.info("the target of {} answers again", subscription.id());
        }
        failures = 0;
        if (sent instanceof Sent.Refused refused) {
            LOG.error("{}: notice {} is dead: {}", subscription.id(), telling.id(), refused.why());
            return telling.sent(DeliveryStatus.DEAD, at, refused.why());
        }
        return telling.sent(DeliveryStatus.DELIVERED, at, null);
    }

    private Telling failed(Telling telling, Sent.Failed failed, Instant at) {
        failures++;
        Duration pause = pauses.after(failures, failed.retryAfter());
        notBefore = at.plus(pause);
        if (failures == 1) {
            LOG.warn("{} could not be told, and is tried again: {}", subscription.id(), failed.why());
        } else if (failures == Pauses.BROKEN) {
            LOG.warn(
                    "the target of {} is taken to be down, and tried now and then: {}",
                    subscription.id(),
                    failed.why());
        }
        return telling.sent(DeliveryStatus.RETRYING, at, failed.why());
    }

    /** Gives up what has waited for a day. */
    List<Telling> expired(Instant now) {
        return giveUp(
                telling -> !now.isBefore(telling.notice().at().plus(GIVEN_UP)),
                telling -> "given up after " + GIVEN_UP.toHours() + " hours"
                        + (telling.why() == null ? "" : "; the last time: " + telling.why()));
    }

    /** Gives up all of them. */
    List<Telling> dropped(String why) {
        return giveUp(telling -> true, telling -> why);
    }

    /** The one under way is left alone: it may yet arrive. */
    List<Telling> giveUp(Predicate<Telling> which, Function<Telling, String> why) {
        List<Telling> dead = new ArrayList<>();
        Iterator<Telling> each = waiting.values().iterator();
        boolean isFirst = true;
        while (each.hasNext()) {
            Telling telling = each.next();
            if (which.test(telling) && !(isFirst && isSending)) {
                each.remove();
                dead.add(telling.dead(why.apply(telling)));
                LOG.error("{}: notice {} is dead: {}", subscription.id(), telling.id(), why.apply(telling));
            }
            isFirst = false;
        }
        return dead;
    }
}
