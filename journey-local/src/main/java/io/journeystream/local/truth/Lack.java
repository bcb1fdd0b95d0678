package io.journeystream.local.truth;

/** Which evidence lacked where two contacts of one person were not put together. */
public enum Lack {
    NO_COMMON_IDENTIFIER("no identifier ever in common"),
    NOT_YET("revealed by an event that is not among those accepted: after the end, late, refused"),
    HUB_ONLY("in common only by an identifier that too many share"),
    WITHDRAWN("in common only by evidence that was withdrawn"),
    LIMIT_CONFLICT("in common only by evidence that would break a limit"),
    UNEXPLAINED("nothing lacked: a fault of this program");

    private final String explanation;

    Lack(String explanation) {
        this.explanation = explanation;
    }

    /** In words. */
    public String explanation() {
        return explanation;
    }
}
