package io.journeystream.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Identifier;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.Identifiers;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static final Identifier PHONE = new Identifier("phone", "+442071838750");

    @Test
    void aHashedNameLiesWhereTheIdentifierDoes() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            Identifier identifier = new Identifier("a:b", Long.toString(random.nextLong(), 36));
            int partitions = 1 + random.nextInt(64);
            int expected = Partitioning.of(Identifiers.key(identifier), partitions);
            Identifier hashed = Addresses.of(identifier);

            assertThat(Addresses.partition(identifier, partitions))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(expected);
            assertThat(Addresses.partition(hashed, partitions)).isEqualTo(expected);
            assertThat(Addresses.partition(Identifiers.key(hashed), partitions)).isEqualTo(expected);
            assertThat(Addresses.partition(Identifiers.key(identifier), partitions))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aHashedNameIsTheSameInEveryRelease() {
        Identifier hashed = Addresses.of(PHONE);

        assertThat(hashed.getType()).isEqualTo("phone");
        assertThat(hashed.getValue()).isEqualTo("\uDBFF\uDFFFc7ac159a4587facff95438b609bcad260a63a35a");
        assertThat(Addresses.of(hashed)).isEqualTo(hashed);
    }

    @Test
    void aHashedNameKeepsTheHashAndNothingOfTheValue() {
        Identifier hashed = Addresses.of(PHONE);

        assertThat(HashedName.is(hashed)).isTrue();
        assertThat(HashedName.is(PHONE)).isFalse();
        assertThat(HashedName.hash(hashed)).isEqualTo(HashedName.hash(PHONE)).hasSize(32);
        assertThat(hashed.getValue()).doesNotContain("2071838750");
    }

    @Test
    void whatOnlyBeginsLikeOneIsAnOrdinaryValue() {
        Identifier odd = new Identifier("cookie", "\uDBFF\uDFFFabc");

        assertThat(HashedName.is(odd)).isFalse();
        assertThat(HashedName.is(Addresses.of(odd))).isTrue();
    }

    @Test
    void inAnEventItKeepsItsPlaceAmongThoseOfItsType() {
        Identifiers order = new Identifiers(IdentityRules.STANDARD);
        Identifier account = new Identifier("account", "x");
        Identifier first = new Identifier("email", "a");
        Identifier second = new Identifier("email", "b");
        Identifier third = new Identifier("email", "c");
        Identifier hashed = HashedName.placed(Addresses.of(second), 1);

        assertThat(order.sorted(List.of(hashed, third, account, first))).containsExactly(account, first, hashed, third);
        assertThat(HashedName.hash(hashed)).isEqualTo(HashedName.hash(second));
        assertThat(Addresses.of(hashed)).isEqualTo(Addresses.of(second));
    }
}
