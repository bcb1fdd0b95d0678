package io.journeystream.serve.alerts.subscriptions;

/** What a team has written down about its alerts. */
public sealed interface Entry permits Subscription, Silence {

    /** Its name, once among all. */
    String id();

    /** The team that owns it, and alone may change it. */
    String team();

    /** Of which alerts it speaks. */
    Hearing hearing();

    /** As it was written, in YAML. */
    String content();
}
