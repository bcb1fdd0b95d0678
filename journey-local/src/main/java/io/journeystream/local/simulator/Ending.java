package io.journeystream.local.simulator;

/** How a contact, or its part in self-service, ended for the person. */
enum Ending {
    SETTLED_BY_SELF_SERVICE,
    SETTLED_BY_EMPLOYEE,
    /** Self-service passes the person on to a chat. */
    TO_CHAT,
    /** Self-service passes the person on to a call. */
    TO_PHONE,
    /** Hung up while waiting. */
    ABANDONED,
    /** Talked to somebody, to no avail. */
    UNSETTLED,
    /** Left self-service without a word. */
    LEFT
}
