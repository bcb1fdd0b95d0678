package io.journeystream.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystream.local.cli.Installation;
import io.journeystream.local.cli.Journey;
import io.journeystream.local.http.Caller;
import io.journeystream.local.http.Caller.Answer;
import io.journeystream.local.http.DocumentedCall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who is whom over HTTP, as docs/identity.md has it, on real Kafka and registry with streams at work. */
@Timeout(120)
@ExtendWith(SharedFleet.class)
class ServeTest {
    private static final Path PAGE = Path.of("..", "docs", "identity.md");

    @TempDir
    private Path directory;

    private final Fleet fleet;
    private final Caller caller;

    ServeTest(Fleet fleet) {
        this.fleet = fleet;
        this.caller = fleet.open();
    }

    @Test
    void what_is_documented_is_what_happens() throws Exception {
        assertSameOnTheCommandLine();

        for (DocumentedCall call : DocumentedCall.of(Files.readString(PAGE))) {
            String said = call.say(directory, Map.of("SERVE", "http://127.0.0.1:" + fleet.openPort()));
            assertThat(call.answer().lines())
                    .as(call.command())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(said).contains(line));
        }
        Installation.settle(fleet.streams);
        assertErasedAsTheReceiptSays();
    }

    private void assertSameOnTheCommandLine() throws Exception {
        assertThat(get("/v1/identities?identifier=cookie:c7").text())
                .isEqualTo(out("identity", "show", "cookie:c7", "--output", "json"));
        assertThat(get("/v1/identities/explanation?a=account:bob-4711&b=account:alex-0815")
                        .text())
                .contains("\"verdict\":\"KEPT_APART\"")
                .isEqualTo(out("identity", "explain", "account:bob-4711", "account:alex-0815", "--output", "json"));
        assertThat(get("/v1/journeys/" + Fleet.OF_SESSION + "/explanation").text())
                .isEqualTo(out("explain", Fleet.OF_SESSION, "--output", "json"));
    }

    private void assertErasedAsTheReceiptSays() throws Exception {
        Journey verified = fleet.installed.run(
                "identity",
                List.of("verify-erasure", directory.resolve("receipt.json").toString()));

        assertThat(verified.exitCode()).as("%s", verified).isZero();
        assertThat(verified.out())
                .contains("the receipt is as it was written: 2 identifiers")
                .containsPattern("journey.identities.v1 +[0-9]+ +0 +[1-9]")
                .containsPattern("journey.identity-commands.v1 +[0-9]+ +0 +0 +0 +nothing found");
        JsonNode bob = get("/v1/identities?identifier=account:bob-4711").json();
        assertThat(bob.get("customerId").isNull()).isTrue();
        assertThat(bob.get("erasedUntil").isNumber()).isTrue();
        assertThat(get("/v1/identities/conflicts").text()).doesNotContain("bob-4711", "alex-0815");
    }

    @Test
    void all_mistakes_of_a_question_are_told_at_once() throws Exception {
        Answer answer = caller.call("GET", "/v1/identities/explanation?a=ada&as_stored=yes&as-stored=maybe");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("mistakes").findValuesAsText("parameter"))
                .containsExactlyInAnyOrder("as_stored", "as-stored", "a", "b");
        assertThat(answer.json().get("detail").asText()).contains("did you mean as-stored?", "type:value");
    }

    @Test
    void the_same_command_again_changes_nothing_whatever_was_said_since() throws Exception {
        String block = "{\"command\":\"BLOCK\",\"identifier\":\"device:door\",\"by\":\"ada\",\"id\":\"door-1\"}";
        assertThat(command(block).json().get("outcome").asText()).isEqualTo("HOLDS");
        assertThat(command(block).json().get("outcome").asText()).isEqualTo("HOLDS");
        assertThat(command("{\"command\":\"UNBLOCK\",\"identifier\":\"device:door\",\"by\":\"bob\"}")
                        .status())
                .isEqualTo(200);

        Answer again = command(block);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("outcome").asText()).isEqualTo("OUTDATED");
        assertThat(again.json().at("/holds/by").asText()).isEqualTo("bob");
        assertThat(command(block.replace("door\"", "counter\"")).status()).isEqualTo(409);
        assertThat(get("/v1/identities?identifier=device:door")
                        .json()
                        .get("blockedItself")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_command_that_was_not_waited_for_is_answered_when_it_is_sent_again() throws Exception {
        String erase =
                "{\"command\":\"ERASE\",\"identifier\":\"account:carol\",\"by\":\"ada\",\"reason\":\"asked\",\"id\":"
                        + "\"carol-1\"}";
        Answer unanswered = command(erase, "Prefer", "respond-async, wait=0");
        Answer answered = command(erase);

        assertThat(unanswered.status()).isEqualTo(202);
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(answered.json().get("commandId").asText()).isEqualTo("carol-1");
        assertThat(answered.json().at("/deleted/events").asInt()).isOne();
        assertThat(answered.text()).doesNotContain("account:carol", "phone-of-carol");
        assertThat(caller.call("GET", "/metrics").text())
                .contains("journey_serve_commands_total{kind=\"ERASE\",outcome=\"UNANSWERED\"}");
    }

    private Answer get(String path) throws Exception {
        Answer answer = caller.call("GET", path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private Answer command(String body, String... headers) throws Exception {
        return caller.send("/v1/identity-commands", "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private String out(String command, String... arguments) {
        Journey journey = fleet.installed.run(command, List.of(arguments));
        assertThat(journey.exitCode()).as("%s", journey).isZero();
        return journey.out().strip();
    }
}
