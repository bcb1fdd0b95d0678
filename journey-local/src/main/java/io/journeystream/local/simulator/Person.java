package io.journeystream.local.simulator;

import io.journeystream.events.Identifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the simulated organisation and all identifiers by which systems may know this person.
 *
 * @param account null for somebody without
 * @param email may be that of others too
 * @param cookies one a browser, at least one; the first may be that of others too
 */
record Person(
        int number,
        String segment,
        @Nullable Identifier account,
        Identifier email,
        Identifier phone,
        List<Identifier> cookies) {

    Person {
        cookies = List.copyOf(cookies);
    }

    /** Its name in the ground truth. */
    String name() {
        return "p" + number;
    }

    /** All identifiers, strongest first. */
    List<Identifier> identifiers() {
        List<Identifier> all = new ArrayList<>(known());
        all.add(phone);
        all.addAll(cookies);
        return List.copyOf(all);
    }

    /** What the organisation's records say of a customer: account and e-mail address, or the address alone. */
    List<Identifier> known() {
        return account == null ? List.of(email) : List.of(account, email);
    }
}
