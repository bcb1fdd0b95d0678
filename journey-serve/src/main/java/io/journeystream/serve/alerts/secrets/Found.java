package io.journeystream.serve.alerts.secrets;

/** What came of looking for a secret. */
public sealed interface Found {

    /** The secret, which it does not show of its own accord. */
    record Secret(String value) implements Found {
        @Override
        public String toString() {
            return "(a secret)";
        }
    }

    /**
     * There is none.
     *
     * @param why a sentence without the secret
     */
    record Missing(String why) implements Found {}
}
