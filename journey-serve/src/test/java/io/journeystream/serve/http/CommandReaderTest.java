package io.journeystream.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystream.events.Identifier;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.runtime.keys.Scope;
import io.journeystream.serve.identity.TypedNames;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be said in a request, and that all of its mistakes are told at once. */
class CommandReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Optional<ApiKey> NOBODY = Optional.empty();
    private static final Optional<ApiKey> ADA =
            Optional.of(new ApiKey("ada", ApiKey.hashOf("secret"), Set.of(Scope.IDENTITY_WRITE), Set.of()));

    private final CommandReader reader = new CommandReader(
            new TypedNames(written -> written.getValue().equals("unknown") ? Optional.empty() : Optional.of(written)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private AskedCommand read(String body, Optional<ApiKey> key) {
        byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return reader.read(CommandDocument.read(json), key);
    }

    private Problem refused(String body, Optional<ApiKey> key) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(body, key));
        assertThat(refusal).as(body).isNotNull();
        return refusal.problem();
    }

    @Test
    void who_has_a_key_is_known_by_its_name() {
        AskedCommand asked = read(
                "{'command':'WITHDRAW','identifier':'cookie:c7','other':'account:a1','reason':'shared','id':'w-1'}",
                ADA);

        IdentityCommand command = asked.command();
        assertThat(command.getBy()).isEqualTo("ada");
        assertThat(command.getIdentifier()).isEqualTo(new Identifier("cookie", "c7"));
        assertThat(command.getOther()).isEqualTo(new Identifier("account", "a1"));
        assertThat(command.getAt()).isEqualTo(NOW);
        assertThat(command.getId()).isEqualTo("w-1");
        assertThat(asked.named()).isTrue();
        assertThat(read("{'command':'BLOCK','identifier':'device:d'}", ADA).named())
                .isFalse();
    }

    @Test
    void whom_to_erase_is_named_by_a_hash() {
        AskedCommand asked = read(
                "{'command':'ERASE','identifier':'account:bob','reason':'asked','by':'eve','at':'2026-02-01T00:00:00Z'}",
                NOBODY);

        assertThat(HashedName.is(asked.command().getIdentifier())).isTrue();
        assertThat(asked.command().toString()).doesNotContain("bob");
        assertThat(asked.command().getAt()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void all_mistakes_are_told_at_once_with_their_places() {
        Problem problem = refused(
                "{'command':'ERASE','identifier':'bob','other':'account:a1','at':'2027-01-01T00:00:00Z','reson':'x',"
                        + "'asStored':'yes','id':7}",
                NOBODY);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(places(problem))
                .containsExactlyInAnyOrder(
                        "/reson", "/asStored", "/identifier", "/other", "/reason", "/by", "/id", "/at");
        assertThat(problem.detail()).contains("did you mean reason?", "type:value", "yet to come");
    }

    private static List<Object> places(Problem problem) {
        return ((List<?>) Objects.requireNonNull(problem.members().get("mistakes")))
                .stream()
                        .<Object>map(mistake -> ((Map<?, ?>) mistake).get("pointer"))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | /command",
                "{'command':'MERGE','identifier':'a:b'} | /command",
                "{'command':'WITHDRAW','identifier':'a:b','other':'a:c'} | /reason",
                "{'command':'WITHDRAW','identifier':'a:b','reason':'x'} | /other",
                "{'command':'RESTORE','identifier':'a:b','other':'a:b'} | /other",
                "{'command':'BLOCK','identifier':'a:b','other':'a:c'} | /other",
                "{'command':'BLOCK','identifier':'a:unknown'} | /identifier",
                "{'command':'BLOCK','identifier':'a:b','at':1} | /at",
                "{'command':'BLOCK','identifier':'a:b','by':'eve'} | /by",
                "{'command':'BLOCK','identifier':'a:b','id':' '} | /id",
                "{'command':'BLOCK','identifier':'a:b','id':'\\ud800'} | /id",
                "{'command':'ERASE','identifier':'a:b','reason':'x','at':'soon'} | /at",
                "{'command':'ERASE','identifier':'a:b','reason':'x','at':true} | /at"
            })
    void what_cannot_be_meant_is_refused(String body, String place) {
        assertThat(places(refused(body, ADA))).contains(place);
    }

    @Test
    void what_is_no_json_object_is_refused_with_its_place() {
        assertThat(refused("{'command':\n'BLOCK' 1}", ADA).members())
                .containsEntry("line", 2)
                .containsKey("column");
        assertThat(refused("{'id':'a','id':'b'}", ADA).detail()).contains("Duplicate");
        assertThat(refused("{}{}", ADA).status()).isEqualTo(400);
        assertThat(refused("[]", ADA).detail()).contains("a JSON object");
        assertThat(refused("", ADA).detail()).contains("empty");
    }

    @Test
    void the_same_again_is_the_same_whenever_it_comes() {
        String said = "{'command':'BLOCK','identifier':'device:d','reason':'till','id':'b-1'}";
        IdentityCommand earlier = IdentityCommand.newBuilder(read(said, ADA).command())
                .setAt(NOW.minusSeconds(60))
                .build();

        assertThat(read(said, ADA).isAgain(earlier)).isTrue();
        assertThat(read(said.replace("till", "shop"), ADA).isAgain(earlier)).isFalse();
    }
}
