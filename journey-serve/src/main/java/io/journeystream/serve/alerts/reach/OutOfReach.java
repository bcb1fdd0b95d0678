package io.journeystream.serve.alerts.reach;

import java.io.IOException;

/** An address may not be reached from here. */
public final class OutOfReach extends IOException {
    OutOfReach(String message) {
        super(message);
    }
}
