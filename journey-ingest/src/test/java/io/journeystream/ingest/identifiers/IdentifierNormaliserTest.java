package io.journeystream.ingest.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierNormaliserTest {
    private static final IdentifierNormaliser STANDARD = new IdentifierNormaliser(IdentifierSettings.STANDARD);
    private static final IdentifierNormaliser BRITISH =
            new IdentifierNormaliser(new IdentifierSettings(IdentityRules.STANDARD, "GB", Map.of("shop", "IL"), null));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "undefined",
                "Undefined",
                "NULL",
                "none",
                "nil",
                "unknown",
                "Anonymous",
                "guest",
                "N/A",
                "na",
                "-",
                "?",
                "0",
                "",
                "  ",
                "00000",
                "11111",
                "9999999999"
            })
    void placeholders_name_nobody(String value) {
        assertThat(STANDARD.normalise("acd", List.of(new Identifier("account", value))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "00", "1111", "aaaaa", "11112", "nobody", "--", "٠٠٠٠٠"})
    void what_only_looks_like_a_placeholder_names_somebody(String value) {
        assertThat(STANDARD.normalise("acd", List.of(new Identifier("account", value))))
                .containsExactly(new Identifier("account", value));
    }

    @ParameterizedTest
    @CsvSource({
        "acd, 020 7183 8750, +442071838750",
        "acd, (020) 7183-8750, +442071838750",
        "acd, +44 20 7183 8750, +442071838750",
        "acd, 0044 20 7183 8750, +442071838750",
        "shop, 03-555 0123, +97235550123",
        "acd, ask at the desk, ask at the desk",
        "acd, 12, 12",
    })
    void phones_become_e164_in_the_region_of_their_source(String source, String given, String normalised) {
        assertThat(BRITISH.normalise(source, List.of(new Identifier("phone", " " + given + " "))))
                .containsExactly(new Identifier("phone", normalised));
    }

    @Test
    void without_a_region_only_international_numbers_can_be_read() {
        assertThat(STANDARD.normalise(
                        "acd",
                        List.of(new Identifier("phone", "020 7183 8750"), new Identifier("phone", "+44 2071838750"))))
                .containsExactly(new Identifier("phone", "+442071838750"), new Identifier("phone", "020 7183 8750"));
    }

    @Test
    void only_emails_are_lower_cased_the_rest_is_trimmed() {
        assertThat(STANDARD.normalise(
                        "acd", List.of(new Identifier("cookie", "\tAbC\u00A0 "), new Identifier("email", " A@B.Org"))))
                .containsExactly(new Identifier("email", "a@b.org"), new Identifier("cookie", "AbC\u00A0"));
    }

    @Test
    void the_strongest_comes_first_unknown_types_last_by_name_and_equals_once() {
        List<Identifier> given = Arrays.asList(
                new Identifier("zebra", "1"),
                new Identifier("case", "acd/7"),
                new Identifier("aardvark", "1"),
                new Identifier("account", "b"),
                new Identifier("account", "a"),
                new Identifier("account", " b"));

        assertThat(STANDARD.normalise("acd", given))
                .extracting(i -> i.getType() + ":" + i.getValue())
                .containsExactly("account:a", "account:b", "case:acd/7", "aardvark:1", "zebra:1");
    }

    @Test
    void with_a_key_values_are_replaced_after_normalisation_by_their_hmac() {
        KeyedHash hash = KeyedHash.ofText("sixteen bytes or more\n");
        IdentifierNormaliser hashing =
                new IdentifierNormaliser(new IdentifierSettings(IdentityRules.STANDARD, null, Map.of(), hash));

        List<Identifier> spellings = hashing.normalise(
                "acd",
                List.of(new Identifier("email", "ADA@example.org "), new Identifier("email", "ada@example.org")));

        assertThat(spellings).containsExactly(new Identifier("email", hash.of("ada@example.org")));
        assertThat(spellings.get(0).getValue()).hasSize(64).doesNotContain("ada");
        assertThat(hashing.normalise("acd", List.of(new Identifier("email", "n/a"))))
                .isEmpty();
    }

    /** RFC 4231, test case 6: a key longer than a block. */
    @Test
    void the_hash_is_hmac_sha256() {
        byte[] key = new byte[131];
        Arrays.fill(key, (byte) 0xaa);

        assertThat(new KeyedHash(key).of("Test Using Larger Than Block-Size Key - Hash Key First"))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    @Test
    void short_keys_and_unknown_regions_are_refused() {
        assertThatThrownBy(() -> new KeyedHash("secret".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("at least 16 bytes, has 6");
        assertThatThrownBy(() -> new IdentifierSettings(IdentityRules.STANDARD, "UK", Map.of(), null))
                .hasMessageContaining("ISO 3166")
                .hasMessageContaining("UK");
    }
}
