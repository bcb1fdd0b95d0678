package io.journeystream.ingest.events;

import static io.journeystream.ingest.events.Given.PARSER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystream.events.Event;
import io.journeystream.rejects.RejectReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void an_event_written_as_json_is_read_as_the_same_event(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Event event = RandomEvents.next(random);
            Map<?, ?> json = JSON.readValue(EventJson.bytes(event), Map.class);

            assertThat(PARSER.parse(json)).as("seed %d, event %d", seed, i).isEqualTo(new Parsed.Accepted(event));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void an_event_with_any_field_spoilt_is_refused_or_accepted_but_never_thrown_at(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Map<String, Object> json = new HashMap<>(EventJson.of(RandomEvents.next(random)));
            List<String> fields = new ArrayList<>(json.keySet());
            json.put(fields.get(random.nextInt(fields.size())), garbage(random, 0));
            String which = "seed " + seed + ", case " + i + ": " + json;

            assertThatCode(() -> describe(PARSER.parse(json))).as(which).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void garbage_is_refused_with_a_message(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Object garbage = garbage(random, 0);

            Parsed parsed = PARSER.parse(garbage);

            assertThat(parsed).as("seed %d: %s", seed, garbage).isInstanceOf(Parsed.Rejected.class);
            assertThat(((Parsed.Rejected) parsed).message()).isNotBlank();
            assertThat(((Parsed.Rejected) parsed).reason()).isEqualTo(RejectReason.INVALID);
        }
    }

    private static String describe(Parsed parsed) {
        return parsed instanceof Parsed.Accepted accepted
                ? accepted.event().identifiers().get(0).toString()
                : ((Parsed.Rejected) parsed).message();
    }

    private static @Nullable Object garbage(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 8 : 10)) {
            case 0 -> null;
            case 1 -> random.nextLong();
            case 2 -> random.nextDouble() * 1e300;
            case 3 -> Double.NaN;
            case 4 -> random.nextBoolean();
            case 5 -> new java.math.BigInteger(200, random);
            case 6 -> String.valueOf((char) random.nextInt(0x10000));
            case 7 -> "channel";
            case 8 -> garbageMap(random, depth + 1);
            default -> garbageList(random, depth + 1);
        };
    }

    private static Map<String, Object> garbageMap(Random random, int depth) {
        Map<String, Object> map = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(random.nextBoolean() ? "type" : "identifiers", garbage(random, depth));
        }
        return map;
    }

    private static List<@Nullable Object> garbageList(Random random, int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(garbage(random, depth));
        }
        return list;
    }
}
