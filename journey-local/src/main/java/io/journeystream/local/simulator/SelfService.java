package io.journeystream.local.simulator;

import io.journeystream.events.Action;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a person in self-service: on the web, in the app, with the bot, in the voice menu. */
final class SelfService {
    private record Way(Ending ending, double weight) {}

    private static final List<Way> FROM_PAGES =
            List.of(new Way(Ending.TO_CHAT, 0.46), new Way(Ending.TO_PHONE, 0.44), new Way(Ending.LEFT, 0.10));
    private static final List<Way> FROM_BOT =
            List.of(new Way(Ending.TO_CHAT, 0.62), new Way(Ending.TO_PHONE, 0.32), new Way(Ending.LEFT, 0.06));
    private static final double PAGES_LEAD_TO_BOT = 0.36;
    private static final double PAGES_CONTAIN = 0.45;
    private static final double IVR_CONTAINS = 0.35;

    private final Dice dice;
    private final double containable;
    private final @Nullable BotOutage botOutage;

    SelfService(Dice dice, double containable, @Nullable BotOutage botOutage) {
        this.dice = dice;
        this.containable = containable;
        this.botOutage = botOutage;
    }

    /** Pages of web or app; their bot may take over inside the same visit. */
    Ending pages(ContactLog log, String channel) {
        log.on(channel).note(Action.STARTED);
        if (dice.happens(0.6)) {
            log.passes(dice.seconds(5, 40)).authenticate();
        }
        int steps = 1 + dice.below(4);
        for (int i = 0; i < steps; i++) {
            log.passes(dice.seconds(15, 120)).note(Action.STEP);
        }
        log.passes(dice.seconds(15, 60));
        if (dice.happens(PAGES_LEAD_TO_BOT)) {
            return bot(log);
        }
        return dice.happens(PAGES_CONTAIN * containable) ? contained(log) : leave(log, FROM_PAGES);
    }

    Ending bot(ContactLog log) {
        boolean isOut = botOutage != null && botOutage.covers(log.now());
        log.on("bot").note(Action.STARTED);
        int turns = 1 + dice.below(4);
        for (int i = 0; i < turns; i++) {
            if (i == turns - 1) {
                log.botAsksWhoItIs();
            }
            log.passes(dice.seconds(10, 40)).note(dice.happens(isOut ? 1 : 0.25) ? Action.NO_MATCH : Action.STEP);
        }
        log.passes(dice.seconds(5, 30));
        if (dice.happens(isOut ? 0 : containable)) {
            return contained(log);
        }
        if (dice.happens(0.4)) {
            log.note(Action.AGENT_REQUESTED);
        }
        return leave(log, FROM_BOT);
    }

    /** The voice menu, which settles little and otherwise leads to the queue. */
    Ending voiceMenu(ContactLog log) {
        log.on("ivr").noteLasting(Action.STARTED, dice.seconds(10, 50));
        if (dice.happens(0.5)) {
            log.authenticate().passes(dice.seconds(5, 20));
        }
        if (dice.happens(IVR_CONTAINS * containable)) {
            return contained(log);
        }
        log.note(Action.HANDED_OFF);
        return Ending.TO_PHONE;
    }

    private Ending contained(ContactLog log) {
        log.note(Action.GOAL_REACHED);
        if (dice.happens(0.6)) {
            log.passes(dice.seconds(3, 20)).note(Action.CONFIRMED);
        }
        log.passes(dice.seconds(3, 30)).note(Action.ENDED);
        return Ending.SETTLED_BY_SELF_SERVICE;
    }

    private Ending leave(ContactLog log, List<Way> ways) {
        Ending ending = dice.pick(ways, Way::weight).ending();
        log.note(ending == Ending.LEFT ? Action.ENDED : Action.HANDED_OFF);
        return ending;
    }
}
