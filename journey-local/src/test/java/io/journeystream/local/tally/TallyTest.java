package io.journeystream.local.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.journeys.TerminalClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final long SEED = 42;

    @Test
    void rates_over_nothing_are_null() {
        Tally empty = new Tally();

        assertThat(empty.fcrByJourney()).isNull();
        assertThat(empty.fcrByContact()).isNull();
        assertThat(empty.containmentRaw()).isNull();
        assertThat(empty.containmentStrict()).isNull();
        assertThat(empty.effortMean()).isNull();
        assertThat(empty.cost()).isZero();
    }

    @Test
    void three_journeys_with_one_one_and_four_contacts_all_resolved() {
        Tally tally = new Tally();
        tally.add(facts(1, true, null, 0));
        tally.add(facts(1, true, null, 0));
        tally.add(facts(4, false, null, 0));

        assertThat(tally.fcrByJourney()).isEqualTo(2.0 / 3);
        assertThat(tally.fcrByContact()).isEqualTo(2.0 / 6);
    }

    @Test
    void a_visit_without_intent_counts_for_raw_containment_only() {
        Tally tally = new Tally();
        tally.add(facts(1, null, TerminalClass.HANDED_OFF, 0));
        tally.add(facts(1, null, TerminalClass.CONTAINED_CONFIRMED, 0));
        tally.add(facts(1, null, TerminalClass.NO_INTENT, 0));

        assertThat(tally.containmentRaw()).isEqualTo(2.0 / 3);
        assertThat(tally.containmentStrict()).isEqualTo(1.0 / 2);
        assertThat(tally.selfServiceEntries()).isEqualTo(3);
    }

    @Test
    void what_is_taken_away_leaves_nothing_behind() {
        Random random = new Random(SEED);
        Tally kept = new Tally();
        Tally changed = new Tally();
        List<Facts> taken = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Facts facts = random(random);
            changed.add(facts);
            if (random.nextBoolean()) {
                taken.add(facts);
            } else {
                kept.add(facts);
            }
        }
        Collections.shuffle(taken, random);
        taken.forEach(changed::subtract);

        assertThat(changed).as("seed %d", SEED).usingRecursiveComparison().isEqualTo(kept);
    }

    private static Facts random(Random random) {
        TerminalClass[] classes = TerminalClass.values();
        return facts(
                1 + random.nextInt(4),
                random.nextBoolean(),
                random.nextBoolean() ? null : classes[random.nextInt(classes.length)],
                random.nextLong(100_000_000));
    }

    private static Facts facts(
            int contacts, @Nullable Boolean solvedAtFirst, @Nullable TerminalClass terminalClass, long amount) {
        boolean contained =
                terminalClass == TerminalClass.CONTAINED_CONFIRMED || terminalClass == TerminalClass.CONTAINED_ASSUMED;
        return new Facts(
                "billing",
                true,
                contacts,
                contacts,
                true,
                solvedAtFirst,
                terminalClass,
                contained,
                contained,
                contacts - 1,
                0,
                0,
                amount,
                amount / 2,
                amount * 3,
                0,
                0,
                contacts - 1,
                0);
    }
}
