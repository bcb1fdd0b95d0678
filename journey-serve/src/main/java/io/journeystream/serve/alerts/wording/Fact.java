package io.journeystream.serve.alerts.wording;

/** Something about an alert, as plain text: {@code Sample} and {@code 1,204}. */
public record Fact(String name, String value) {
    private static final int LONGEST = 200;

    static Fact of(String name, String value) {
        return new Fact(name, OneLine.of(value, LONGEST));
    }
}
