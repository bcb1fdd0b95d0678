package io.journeystream.local.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Plays single contacts of a person from entry to end, through self-service and on to employees. */
final class Contacts {
    private final Dossier dossier;
    private final SelfService selfService;
    private final AssistedService assisted;

    Contacts(Dice dice, Dossier dossier, @Nullable BotOutage botOutage) {
        this.dossier = dossier;
        this.selfService = new SelfService(dice, dossier.concern().containable(), botOutage);
        this.assisted = new AssistedService(dice, dossier.concern().solvable());
    }

    Visit on(String entry, Instant start) {
        ContactLog log = dossier.contact(source(entry), start);
        Visit visit = play(entry, log);
        dossier.laterLogin(log.laterLogin(), log.now());
        return visit;
    }

    private Visit play(String entry, ContactLog log) {
        Ending first = switch (entry) {
            case "web", "app" -> selfService.pages(log, entry);
            case "bot" -> selfService.bot(log);
            case "ivr" -> selfService.voiceMenu(log);
            case "email" -> assisted.mail(log);
            default -> assisted.live(log, entry);
        };
        return switch (first) {
            case TO_CHAT -> new Visit(entry, true, assisted.live(log, "chat"), log.now());
            case TO_PHONE -> new Visit(entry, true, assisted.live(log, "phone"), log.now());
            default -> new Visit(entry, false, first, log.now());
        };
    }

    private static Source source(String entry) {
        return switch (entry) {
            case "ivr" -> Source.ACD;
            case "email" -> Source.MAIL;
            default -> Source.DIGITAL;
        };
    }
}
