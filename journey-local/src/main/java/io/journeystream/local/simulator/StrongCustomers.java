package io.journeystream.local.simulator;

import io.journeystream.identity.Identifiers;
import java.util.HashSet;
import java.util.Set;

/** Under which ids the persons of a simulation are found as customers, where a strong identifier is known of them. */
public final class StrongCustomers {
    private StrongCustomers() {}

    /** All that can occur. */
    public static Set<String> of(SimulatorSettings settings) {
        People people = new People(settings);
        Set<String> ids = new HashSet<>();
        for (int number = 0; number < settings.customers(); number++) {
            people.numbered(number).identifiers().stream()
                    .filter(Identifiers::namesPerson)
                    .map(Identifiers::customerId)
                    .forEach(ids::add);
        }
        return ids;
    }
}
