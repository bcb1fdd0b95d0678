package io.journeystream.local.simulator;

import io.journeystream.events.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The population, each person made from nothing but the settings and a number. Those with the lowest numbers share
 * browsers, those with the highest share mailboxes, in groups of two and three.
 */
final class People {
    private static final List<String> SEGMENTS = List.of("private", "private", "private", "business", "premium");
    private static final int TWO_GROUPS = 5;
    private static final int PERSONS_A_PUBLIC_DEVICE = 2_000;

    private final SimulatorSettings settings;

    People(SimulatorSettings settings) {
        this.settings = settings;
    }

    Person numbered(int number) {
        Dice dice = new Dice(settings.seed() * 7_368_787 + number);
        boolean hasAccount = dice.happens(settings.recognition().accountHolders());
        return new Person(
                number,
                SEGMENTS.get(Math.floorMod(number * 31, SEGMENTS.size())),
                hasAccount ? new Identifier("account", String.format(Locale.ROOT, "A%07d", number)) : null,
                email(number),
                new Identifier("phone", String.format(Locale.ROOT, "+447700%06d", number)),
                cookies(number, dice));
    }

    private Identifier email(int number) {
        int fromTheEnd = settings.customers() - 1 - number;
        boolean shared = fromTheEnd < settings.confusion().sharedMailboxes() * settings.customers();
        return new Identifier(
                "email",
                shared ? "info@company" + group(fromTheEnd) + ".example.org" : "customer" + number + "@example.org");
    }

    private List<Identifier> cookies(int number, Dice dice) {
        boolean shared = number < settings.confusion().sharedDevices() * settings.customers();
        List<Identifier> cookies = new ArrayList<>();
        cookies.add(cookie(shared ? "home-%05x" : "%07x", shared ? group(number) : number));
        if (dice.happens(settings.recognition().secondCookies())) {
            cookies.add(cookie("%07x-2", number));
        }
        return cookies;
    }

    /** Groups of two and three in turn: 0 0 1 1 1 2 2 3 3 3. */
    private static int group(int place) {
        return 2 * (place / TWO_GROUPS) + (place % TWO_GROUPS < 2 ? 0 : 1);
    }

    /** The cookie of a device that anybody uses. */
    Identifier publicDevice(Dice dice) {
        return cookie("public-%d", dice.below(1 + settings.customers() / PERSONS_A_PUBLIC_DEVICE));
    }

    /** The telephone of somebody else. */
    Identifier borrowedPhone(Person person, Dice dice) {
        int further = settings.customers() == 1 ? 0 : 1 + dice.below(settings.customers() - 1);
        return numbered((person.number() + further) % settings.customers()).phone();
    }

    private static Identifier cookie(String pattern, int number) {
        return new Identifier("cookie", String.format(Locale.ROOT, "ck-" + pattern, number));
    }
}
