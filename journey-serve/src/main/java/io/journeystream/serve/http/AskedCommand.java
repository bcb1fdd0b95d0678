package io.journeystream.serve.http;

import io.journeystream.identity.IdentityCommand;

/**
 * A command as somebody sends it.
 *
 * @param named whether the client has given its id: it may have been sent before
 * @param timed whether the client has given its time; else it is as of now
 */
record AskedCommand(IdentityCommand command, boolean named, boolean timed) {

    /** Whether an earlier command of that id is this one. */
    boolean isAgain(IdentityCommand earlier) {
        IdentityCommand then = timed
                ? command
                : IdentityCommand.newBuilder(command).setAt(earlier.getAt()).build();
        return then.equals(earlier);
    }
}
