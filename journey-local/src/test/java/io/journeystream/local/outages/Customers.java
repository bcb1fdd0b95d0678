package io.journeystream.local.outages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Events of some hundred customers in the last days, each event once; the same seed makes the same. */
final class Customers {
    private static final int CUSTOMERS = 300;
    private static final long WINDOW = Duration.ofDays(5).toMillis();
    private static final List<String> ACTIONS = List.of(
            "STARTED", "QUEUED", "CONNECTED", "TRANSFERRED", "ABANDONED", "HANDED_OFF", "GOAL_REACHED", "ENDED");
    private static final List<String> CHANNELS = List.of("phone", "chat", "bot", "web");
    private static final List<String> OPERATIONS = List.of("CASE_OPENED", "CASE_REOPENED", "CASE_CLOSED", "OTHER");

    private final String name;
    private final Random random;
    private final long begin;
    private int number;

    /** @param end all happens in the days before */
    Customers(String name, long seed, Instant end) {
        this.name = name;
        this.random = new Random(seed);
        this.begin = end.toEpochMilli() - WINDOW;
    }

    /** One native event as JSON, in one line. */
    String event() {
        int customer = random.nextInt(CUSTOMERS);
        int kind = random.nextInt(10);
        String common = "\"source\":\"load\",\"eventId\":\"" + name + "-" + number++ + "\",\"occurredAt\":"
                + (begin + random.nextLong(WINDOW)) + ",\"identifiers\":[" + identifiers(customer) + "]";
        if (kind == 0) {
            return "{\"type\":\"voc\"," + common + ",\"instrument\":\"CSAT\",\"score\":" + (1 + random.nextInt(5))
                    + ",\"scaleMin\":1,\"scaleMax\":5}";
        }
        return kind == 1
                ? "{\"type\":\"operational\"," + common + ",\"operation\":\"" + one(OPERATIONS)
                        + "\",\"references\":{\"case\":\"case" + customer + "\"}}"
                : "{\"type\":\"channel\"," + common + "," + contact(customer) + "}";
    }

    private String contact(int customer) {
        return "\"channel\":\"" + one(CHANNELS) + "\",\"contactId\":\"k" + customer + "-" + random.nextInt(4)
                + "\",\"action\":\"" + one(ACTIONS) + "\",\"durationMillis\":" + random.nextInt(60_000)
                + ",\"intent\":\"" + (random.nextBoolean() ? "billing" : "moving") + "\"";
    }

    /** An account, a mail address, or both: which is whose becomes known only from some of the events. */
    private String identifiers(int customer) {
        String account = "{\"type\":\"account\",\"value\":\"a" + customer + "\"}";
        String email = "{\"type\":\"email\",\"value\":\"c" + customer + "@example.org\"}";
        return switch (random.nextInt(5)) {
            case 0 -> account + "," + email;
            case 1, 2 -> email;
            default -> account;
        };
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
