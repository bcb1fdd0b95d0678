package io.journeystream.streams;

import io.journeystream.events.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * People who are named by one to four of a few identifiers of all types, so that chains, conflicts and hubs form in every
 * order. Deliveries of one event share an identifier of their own, as section 1 of docs/semantics.md demands.
 */
final class RandomPeople implements RandomEvents.People {
    private static final List<String> TYPES =
            List.of("account", "account", "crm", "email", "email", "phone", "device", "cookie", "cookie", "session");

    private final Random random;
    private final int each;

    /** @param random decides how many identifiers of each type there are, too */
    RandomPeople(Random random) {
        this.random = random;
        this.each = 2 + random.nextInt(7);
    }

    @Override
    public List<Identifier> of(String eventId) {
        List<Identifier> named = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            named.add(any());
        }
        if (random.nextInt(3) == 0) {
            named.add(new Identifier("contact", eventId));
        }
        return named;
    }

    private Identifier any() {
        return new Identifier(TYPES.get(random.nextInt(TYPES.size())), "i" + random.nextInt(each));
    }

    @Override
    public List<Identifier> again(List<Identifier> before) {
        boolean hasOwn =
                before.stream().anyMatch(identifier -> identifier.getType().equals("contact"));
        if (!hasOwn || random.nextBoolean()) {
            return before;
        }
        List<Identifier> more = new ArrayList<>(before);
        more.add(random.nextInt(more.size()), any());
        return more;
    }
}
