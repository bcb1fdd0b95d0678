package io.journeystream.serve.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.events.Identifier;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedNamesTest {
    private static final TypedNames NAMES = new TypedNames(TypedNamesTest::spelt);

    private static Optional<Identifier> spelt(Identifier written) {
        String value = written.getValue().toLowerCase(Locale.ROOT);
        return value.equals("undefined") ? Optional.empty() : Optional.of(new Identifier(written.getType(), value));
    }

    @Test
    void theFirstColonSplits() {
        assertThat(TypedNames.parse("case:INC:4711")).isEqualTo(new Identifier("case", "INC:4711"));
    }

    @Test
    void whatIsNoIdentifierIsExplained() {
        for (String wrong : new String[] {"ada", ":ada", "account:", "account:  "}) {
            assertThatThrownBy(() -> TypedNames.parse(wrong)).hasMessageContaining("type:value", wrong);
        }
    }

    @Test
    void itIsSpeltAsAtTheEdgeUnlessItIsGivenAsStored() {
        Identifier written = TypedNames.parse("email: Ada@Example.ORG");

        assertThat(NAMES.meant(written, false)).contains(new Identifier("email", "ada@example.org"));
        assertThat(NAMES.meant(written, true)).contains(written);
    }

    @Test
    void aPlaceholderNamesNobody() {
        Identifier written = TypedNames.parse("device:Undefined");

        assertThat(NAMES.meant(written, false)).isEmpty();
        assertThat(TypedNames.placeholder(written)).startsWith("device:Undefined is a placeholder");
    }
}
