package io.journeystream.local.simulator;

import io.journeystream.events.Action;
import java.time.Duration;

/** What happens to a person with the organisation's employees: in the queue, on the line, in a chat, by e-mail. */
final class AssistedService {
    private static final double HANGS_UP = 0.07;
    private static final double TRANSFERRED = 0.09;
    private static final double HELD = 0.2;

    private final Dice dice;
    private final double solvable;

    AssistedService(Dice dice, double solvable) {
        this.dice = dice;
        this.solvable = solvable;
    }

    /** A call or a chat from the queue to its end. */
    Ending live(ContactLog log, String channel) {
        boolean phone = channel.equals("phone");
        log.on(channel);
        if (phone) {
            log.callsBack();
        }
        Duration wait = dice.exponential(Duration.ofSeconds(phone ? 110 : 60));
        log.noteLasting(Action.QUEUED, wait);
        if (dice.happens(phone ? HANGS_UP : HANGS_UP / 2)) {
            log.note(Action.ABANDONED);
            return Ending.ABANDONED;
        }
        talk(log, phone);
        if (dice.happens(TRANSFERRED)) {
            log.note(Action.TRANSFERRED).noteLasting(Action.QUEUED, dice.seconds(10, 120));
            talk(log, phone);
        }
        return end(log);
    }

    /** A mail and its answer. */
    Ending mail(ContactLog log) {
        log.on("email").note(Action.STARTED).note(Action.MESSAGE);
        log.passes(dice.hours(1, 10)).agent(agent());
        log.note(Action.MESSAGE);
        return end(log);
    }

    private void talk(ContactLog log, boolean phone) {
        log.agent(agent());
        log.note(Action.CONNECTED).employeeAsksWhoItIs();
        log.passes(dice.minutes(phone ? 1.5 : 3, phone ? 8 : 16));
        if (phone && dice.happens(HELD)) {
            log.noteLasting(Action.HELD, dice.seconds(20, 180)).passes(dice.seconds(20, 120));
        }
    }

    private Ending end(ContactLog log) {
        boolean settled = dice.happens(solvable);
        if (dice.happens(0.3)) {
            log.sentiment(settled ? dice.between(-0.1, 0.9) : dice.between(-0.9, 0.2));
        }
        log.note(Action.ENDED);
        return settled ? Ending.SETTLED_BY_EMPLOYEE : Ending.UNSETTLED;
    }

    private String agent() {
        return "agent" + (1 + dice.below(120));
    }
}
