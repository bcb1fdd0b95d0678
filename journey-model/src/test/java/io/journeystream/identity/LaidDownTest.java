package io.journeystream.identity;

import static io.journeystream.identity.Sightings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.IdentityRules;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaidDownTest {
    private final LaidDown laidDown = new LaidDown(new Identifiers(IdentityRules.STANDARD));

    private void say(String commandId, long at, IdentityCommandKind kind, String one, @Nullable String other) {
        laidDown.add(IdentityCommand.newBuilder()
                .setId(commandId)
                .setKind(kind)
                .setIdentifier(id(one))
                .setOther(other == null ? null : id(other))
                .setAt(Instant.ofEpochMilli(at))
                .setBy("ada")
                .setReason("")
                .build());
    }

    private static Pair pair() {
        return new Pair(id("account:a"), id("cookie:c"));
    }

    @Test
    void aWithdrawalStandsWhicheverIdentifierIsNamedFirst() {
        say("1", 0, IdentityCommandKind.WITHDRAW, "cookie:c", "account:a");

        assertThat(laidDown.facts().withdrawn()).containsExactly(pair());
        assertThat(laidDown.about(pair()))
                .get()
                .extracting(IdentityCommand::getBy)
                .isEqualTo("ada");
    }

    @Test
    void theGreatestTimeHoldsAndOfEqualTimesTheGreatestIdWhateverCameLast() {
        say("2", 5, IdentityCommandKind.RESTORE, "account:a", "cookie:c");
        say("1", 5, IdentityCommandKind.WITHDRAW, "account:a", "cookie:c");
        say("9", 4, IdentityCommandKind.WITHDRAW, "account:a", "cookie:c");

        assertThat(laidDown.facts()).isEqualTo(StandingFacts.NONE);
    }

    @Test
    void blockAndUnblockAreWordsAboutTheSame() {
        say("1", 0, IdentityCommandKind.BLOCK, "device:d", null);
        say("2", 1, IdentityCommandKind.UNBLOCK, "device:d", null);
        say("3", 0, IdentityCommandKind.BLOCK, "device:e", null);

        assertThat(laidDown.facts())
                .isEqualTo(new StandingFacts(Set.of(), Set.of(id("device:e")), Set.of(id("device:d"))));
    }

    @Test
    void whatCannotBeObeyedSaysNothing() {
        say("1", 0, IdentityCommandKind.WITHDRAW, "account:a", null);
        say("2", 0, IdentityCommandKind.WITHDRAW, "account:a", "account:a");
        say("3", 0, IdentityCommandKind.BLOCK, "account:a", "cookie:c");

        assertThat(laidDown.facts()).isEqualTo(StandingFacts.NONE);
        assertThat(laidDown.aboutAny(Set.of(id("account:a")))).isEmpty();
    }
}
