package io.journeystream.local.truth;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How far the evidence of each person's own events goes: the identifiers of a person in groups, which grow as kinds of
 * evidence are admitted one after the other.
 */
final class OwnEvidence {
    /** From the best evidence to the worst. */
    enum Kind {
        JOINING,
        /** Against a limit, although nobody else uses either identifier: others must have been mistaken for them. */
        CONFLICTING_OF_OWN,
        /** By an identifier that is blocked although nobody else uses it. */
        BLOCKED_OF_OWN,
        CONFLICTING,
        WITHDRAWN,
        BLOCKED,
        /** Of events that were not accepted, or not yet. */
        MISSING;

        /** What suffices: nothing in it is anybody else's. */
        static final List<Kind> OF_OWN = List.of(JOINING, CONFLICTING_OF_OWN, BLOCKED_OF_OWN);
    }

    private record Named(String person, Identifier identifier) {}

    private record Link(Named from, Named to) {}

    private final Weighed weighed;
    private final Sharing sharing;
    private final Map<Kind, List<Link>> links = new EnumMap<>(Kind.class);
    private final Groups<Named> groups = new Groups<>();
    private final Set<Named> exclusive = new HashSet<>();

    OwnEvidence(
            Weighed weighed, Collection<Event> accepted, Collection<Event> missing, Function<Event, String> person) {
        this.weighed = weighed;
        this.sharing = new Sharing(accepted, person);
        accepted.forEach(event -> take(event, person.apply(event)));
        missing.forEach(event -> takeMissing(event, person.apply(event)));
    }

    private void take(Event event, String person) {
        for (Identifier identifier : event.identifiers()) {
            if (!sharing.isShared(identifier)) {
                exclusive.add(new Named(person, identifier));
            }
        }
        weighed.steps(event).forEach(step -> add(kind(step), person, step.from(), step.to()));
    }

    private void takeMissing(Event event, String person) {
        weighed.steps(event).forEach(step -> add(Kind.MISSING, person, step.from(), step.to()));
    }

    private void add(Kind kind, String person, Identifier from, Identifier to) {
        links.computeIfAbsent(kind, k -> new ArrayList<>())
                .add(new Link(new Named(person, from), new Named(person, to)));
    }

    private Kind kind(Weighed.Step step) {
        return switch (step.verdict()) {
            case JOINS -> Kind.JOINING;
            case CONFLICTS -> isOwn(step) ? Kind.CONFLICTING_OF_OWN : Kind.CONFLICTING;
            case WITHDRAWN -> Kind.WITHDRAWN;
            case BLOCKED -> isOwn(step) ? Kind.BLOCKED_OF_OWN : Kind.BLOCKED;
        };
    }

    private boolean isOwn(Weighed.Step step) {
        return !sharing.isShared(step.from()) && !sharing.isShared(step.to());
    }

    /** Admits one more kind of evidence. */
    void admit(Kind kind) {
        links.getOrDefault(kind, List.of()).forEach(link -> groups.join(link.from(), link.to()));
    }

    /** The group of identifiers that a contact is known by, as far as evidence was admitted. */
    Object groupOf(TrueContact contact) {
        return groupOf(contact.person(), contact.owner());
    }

    /** The group of one identifier of a person. */
    Object groupOf(String person, Identifier identifier) {
        return groups.of(new Named(person, identifier));
    }

    /** The groups that have an identifier which nobody else uses: they tell that person from all others. */
    Set<Object> telling() {
        Set<Object> telling = new HashSet<>();
        exclusive.forEach(named -> telling.add(groups.of(named)));
        return telling;
    }
}
