package io.journeystream.serve.alerts.delivery;

import io.journeystream.serve.alerts.subscriptions.Subscription;
import io.journeystream.serve.alerts.targets.Channel;

/** Where subscriptions are told. */
@FunctionalInterface
public interface Lines {

    /**
     * Opens the way to what {@code to:} of a subscription names.
     *
     * @throws IllegalArgumentException if there is none, with a sentence that holds no secrets
     */
    Channel to(Subscription subscription);
}
