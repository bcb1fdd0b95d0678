package io.journeystream.streams;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.identity.Pair;
import io.journeystream.identity.StandingFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What people lay down about identifiers that occur in events, some of it several times, and what then stands. */
final class RandomCommands {
    private static final List<IdentityCommandKind> KINDS = List.of(
            IdentityCommandKind.WITHDRAW,
            IdentityCommandKind.WITHDRAW,
            IdentityCommandKind.RESTORE,
            IdentityCommandKind.BLOCK,
            IdentityCommandKind.UNBLOCK,
            IdentityCommandKind.ERASE,
            IdentityCommandKind.ERASE);

    private final Random random;
    private final Identifiers order;
    private final List<IdentityCommand> commands = new ArrayList<>();

    RandomCommands(Random random, Identifiers order, List<Event> events) {
        this.random = random;
        this.order = order;
        for (int i = random.nextInt(8); i > 0; i--) {
            add(i, events.get(random.nextInt(events.size())));
        }
    }

    private void add(int number, Event about) {
        List<Identifier> named = about.identifiers();
        Identifier identifier = named.get(random.nextInt(named.size()));
        Identifier other = named.get(random.nextInt(named.size()));
        IdentityCommandKind kind = KINDS.get(random.nextInt(KINDS.size()));
        boolean ofPair = kind == IdentityCommandKind.WITHDRAW || kind == IdentityCommandKind.RESTORE;
        if (ofPair && other.equals(identifier)) {
            return;
        }
        commands.add(IdentityCommand.newBuilder()
                .setId("c" + number)
                .setKind(kind)
                .setIdentifier(identifier)
                .setOther(ofPair ? other : null)
                .setAt(kind == IdentityCommandKind.ERASE ? until() : Instant.ofEpochMilli(random.nextInt(4)))
                .setBy("test")
                .setReason("random")
                .build());
    }

    /** Within the time of the events, or after all of them. */
    private Instant until() {
        return Instant.ofEpochMilli(RandomEvents.BEGIN + random.nextInt(24 * 60) * RandomEvents.HOUR);
    }

    List<IdentityCommand> all() {
        return commands;
    }

    /** Of all about the same, the one with the greatest (at, id). */
    StandingFacts standing() {
        Map<Object, IdentityCommand> last = new HashMap<>();
        commands.stream()
                .filter(command -> command.getKind() != IdentityCommandKind.ERASE)
                .sorted(Comparator.comparing(IdentityCommand::getAt).thenComparing(IdentityCommand::getId))
                .forEach(command -> last.put(about(command), command));
        Set<Pair> withdrawn = new HashSet<>();
        Set<Identifier> blocked = new HashSet<>();
        Set<Identifier> unblocked = new HashSet<>();
        last.forEach((about, command) -> {
            switch (command.getKind()) {
                case WITHDRAW -> withdrawn.add((Pair) about);
                case BLOCK -> blocked.add((Identifier) about);
                case UNBLOCK -> unblocked.add((Identifier) about);
                default -> {}
            }
        });
        return new StandingFacts(withdrawn, blocked, unblocked);
    }

    private Object about(IdentityCommand command) {
        Identifier other = command.getOther();
        if (other == null) {
            return command.getIdentifier();
        }
        List<Identifier> pair = order.sorted(List.of(command.getIdentifier(), other));
        return new Pair(pair.get(0), pair.get(1));
    }
}
