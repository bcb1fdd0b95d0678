package io.journeystream.serve.identity;

import java.util.List;

/** What there is to say about a journey. */
public sealed interface JourneyExplanation {

    /** Nothing was published under that id. */
    record Unknown(String journeyId) implements JourneyExplanation {}

    /**
     * It became other journeys.
     *
     * @param by ids of these
     */
    record Superseded(String journeyId, List<String> by) implements JourneyExplanation {}

    /** Its customer was erased. */
    record Erased(String journeyId) implements JourneyExplanation {}

    /** It stands. */
    record Explained(JourneyReasons reasons) implements JourneyExplanation {}

    /**
     * It stands, and the log does not give it.
     *
     * @param why for people, with what may be the reason
     */
    record Unexplained(String journeyId, String why) implements JourneyExplanation {}
}
