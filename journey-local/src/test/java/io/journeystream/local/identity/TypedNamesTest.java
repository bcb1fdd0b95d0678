package io.journeystream.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Identifier;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.identifiers.KeyedHash;
import io.journeystream.local.Failure;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypedNamesTest {
    private static final KeyedHash HASH = KeyedHash.ofText("0123456789abcdef");

    private static Identifier meant(String written, @Nullable KeyedHash hash, boolean asStored) {
        IdentifierSettings settings = new IdentifierSettings(IdentityRules.STANDARD, "GB", Map.of(), hash);
        return new TypedNames(settings, asStored).meant(TypedNames.parse(written));
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
    void itIsSpeltAsAtTheEdge() {
        assertThat(meant("phone:020 7183 8750", null, false)).isEqualTo(new Identifier("phone", "+442071838750"));
        assertThat(meant("email: Ada@Example.ORG", null, false)).isEqualTo(new Identifier("email", "ada@example.org"));
    }

    @Test
    void withAKeyItIsHashedUnlessItIsGivenAsStored() {
        assertThat(meant("account:ada", HASH, false)).isEqualTo(new Identifier("account", HASH.of("ada")));
        assertThat(meant("account:" + HASH.of("ada"), HASH, true)).isEqualTo(new Identifier("account", HASH.of("ada")));
    }

    @Test
    void aPlaceholderIsRefused() {
        assertThatThrownBy(() -> meant("device:Undefined", null, false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("device:Undefined is a placeholder");
    }
}
