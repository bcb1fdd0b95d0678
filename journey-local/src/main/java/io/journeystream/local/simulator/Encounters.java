package io.journeystream.local.simulator;

import io.journeystream.events.Identifier;
import io.journeystream.identity.Pair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person appears to the organisation's systems: by which trace each meets it, and what its records say. Has dice
 * of its own, so that who is recognised does not change what happens.
 */
final class Encounters {
    private static final String NOBODY = "anonymous";

    private final Dice dice;
    private final People people;
    private final Person person;
    private final Recognition recognition;
    private final Confusion confusion;
    private final List<WrongMerge> wrongMerges = new ArrayList<>();

    Encounters(Dice dice, People people, Person person, SimulatorSettings settings) {
        this.dice = dice;
        this.people = people;
        this.person = person;
        this.recognition = settings.recognition();
        this.confusion = settings.confusion();
    }

    Person person() {
        return person;
    }

    Dice dice() {
        return dice;
    }

    Recognition recognition() {
        return recognition;
    }

    /** The beginning of a contact. */
    Acquaintance meet(Source source, String contactId, @Nullable Identifier caseNumber) {
        return switch (source) {
            case ACD -> call(contactId);
            case MAIL -> mail(caseNumber);
            default -> visit(contactId);
        };
    }

    private Acquaintance call(String contactId) {
        if (dice.happens(confusion.placeholders())) {
            return met(new Identifier("phone", NOBODY), new Identifier("contact", "acd/" + contactId));
        }
        if (dice.happens(confusion.borrowedPhones())) {
            Identifier borrowed = people.borrowedPhone(person, dice);
            return new Acquaintance(this, List.of(borrowed), borrowed);
        }
        return met(person.phone());
    }

    private Acquaintance visit(String contactId) {
        if (dice.happens(confusion.placeholders())) {
            return met(new Identifier("cookie", NOBODY), new Identifier("session", "s-" + contactId));
        }
        if (dice.happens(confusion.publicDevices())) {
            return met(people.publicDevice(dice));
        }
        return met(person.cookies().get(dice.below(person.cookies().size())));
    }

    private Acquaintance mail(@Nullable Identifier caseNumber) {
        return caseNumber == null || recognition.atOnce() ? met(person.email()) : met(person.email(), caseNumber);
    }

    private Acquaintance met(Identifier... traces) {
        return new Acquaintance(this, List.of(traces), null);
    }

    /** What a record of operations names: the account, or the e-mail address of somebody without, and the case. */
    List<Identifier> inRecords(@Nullable Identifier caseNumber) {
        if (recognition.atOnce()) {
            return person.known();
        }
        List<Identifier> named = new ArrayList<>(person.known().subList(0, 1));
        if (caseNumber != null) {
            named.add(caseNumber);
        }
        return written(named);
    }

    /** By what an answer to a survey can be told: the customer who was asked, or nobody. */
    List<Identifier> inSurvey() {
        return dice.happens(confusion.placeholders())
                ? List.of(new Identifier("email", NOBODY))
                : written(person.known());
    }

    /** The identifiers as a system writes them. */
    List<Identifier> written(List<Identifier> identifiers) {
        List<Identifier> written = new ArrayList<>(identifiers.size() + 1);
        for (Identifier identifier : identifiers) {
            written.add(dice.happens(confusion.carelessSpelling()) ? Spelling.careless(identifier) : identifier);
        }
        if (dice.happens(confusion.placeholders())) {
            boolean known = identifiers.get(0).getType().equals("account");
            written.add(known ? new Identifier("email", "unknown") : new Identifier("account", "0"));
        }
        return List.copyOf(written);
    }

    /** The account has been taken for that of whose telephone it is; somebody will notice days later. */
    void mistaken(Identifier account, Identifier borrowed, Instant at) {
        wrongMerges.add(new WrongMerge(new Pair(account, borrowed), at.plus(dice.hours(24, 240))));
    }

    List<WrongMerge> wrongMerges() {
        return wrongMerges;
    }
}
