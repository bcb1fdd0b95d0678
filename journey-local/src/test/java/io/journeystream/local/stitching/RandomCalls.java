package io.journeystream.local.stitching;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Erasure;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.identity.LaidDown;
import io.journeystream.identity.StandingFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Calls of many people under one to three of their names, well placed or not, some twice; and commands about them. */
final class RandomCalls {
    static final int CALLS = 9_000;
    private static final int PEOPLE = 1_500;
    private static final int AGAIN = 2_000;
    private static final int COMMANDS_EVERY = 90;

    /** People who are erased, and others who are blocked: whoever was erased stays so, whoever is blocked later. */
    private static final int ERASED_UP_TO = 700;

    private final Producing producing;
    private final Random random = new Random(1);
    private final List<ChannelEvent> calls = new ArrayList<>();
    private final LaidDown laidDown = new LaidDown(new Identifiers(Definitions.STANDARD.identity()));

    private RandomCalls(Producing producing) {
        this.producing = producing;
    }

    static RandomCalls produce(Producing producing) {
        RandomCalls all = new RandomCalls(producing);
        for (int call = 0; call < CALLS; call++) {
            all.call(call);
            if (call % COMMANDS_EVERY == 0) {
                all.command(call);
            }
        }
        for (int again = 0; again < AGAIN; again++) {
            producing.again(all.calls.get(all.random.nextInt(CALLS)));
        }
        producing.tick(CALLS * Producing.MINUTE);
        producing.flush();
        return all;
    }

    private void call(int call) {
        List<Identifier> names = someNames(call % PEOPLE);
        Identifier key = names.get(random.nextInt(names.size()));
        calls.add(producing.call(names, key, call * Producing.MINUTE));
    }

    /** Now and then somebody calls from a neighbour's telephone. */
    private List<Identifier> someNames(int person) {
        int telephone = random.nextInt(30) == 0 ? (person + 1) % PEOPLE : person;
        List<Identifier> names = new ArrayList<>(List.of(account(person), phone(telephone), cookie(person)));
        Collections.shuffle(names, random);
        return names.subList(0, 1 + random.nextInt(names.size()));
    }

    private static Identifier account(int person) {
        return new Identifier("account", "a" + person);
    }

    private static Identifier phone(int person) {
        return new Identifier("phone", "p" + person);
    }

    private static Identifier cookie(int person) {
        return new Identifier("cookie", "c" + person);
    }

    private void command(int call) {
        int blocked = ERASED_UP_TO + 1 + random.nextInt(PEOPLE - ERASED_UP_TO - 1);
        switch (random.nextInt(4)) {
            case 0 -> command(call, IdentityCommandKind.WITHDRAW, account(blocked), phone(blocked));
            case 1 -> command(call, IdentityCommandKind.BLOCK, cookie(blocked), null);
            case 2 -> {
                command(call, IdentityCommandKind.BLOCK, phone(blocked), null);
                command(call + 1, IdentityCommandKind.UNBLOCK, phone(blocked), null);
            }
            default -> command(call, IdentityCommandKind.ERASE, someName(random.nextInt(ERASED_UP_TO)), null);
        }
    }

    private Identifier someName(int person) {
        return List.of(account(person), phone(person), cookie(person)).get(random.nextInt(3));
    }

    private void command(int at, IdentityCommandKind kind, Identifier whom, @Nullable Identifier other) {
        IdentityCommand command = IdentityCommand.newBuilder()
                .setId("command-" + at)
                .setKind(kind)
                .setIdentifier(whom)
                .setOther(other)
                .setAt(Instant.ofEpochMilli(Producing.BEGIN + (at + CALLS / 2) * Producing.MINUTE))
                .setBy("ada")
                .setReason("a test")
                .build();
        laidDown.add(command);
        producing.command(command);
    }

    /** Records of events. */
    int deliveries() {
        return CALLS + AGAIN;
    }

    /** Each once. */
    List<Event> calls() {
        return calls.stream().<Event>map(Event.Channel::new).toList();
    }

    /** What people have laid down, and who was erased. */
    StandingFacts facts(Map<String, Erasure> erasures) {
        erasures.values().forEach(laidDown::add);
        return laidDown.facts();
    }
}
