package io.journeystream.health;

/** Something of matured journeys, and the same of provisional ones. */
public record Apart<T>(T matured, T provisional) {

    /** That of the one or the other. */
    public T of(boolean isMatured) {
        return isMatured ? matured : provisional;
    }
}
