package io.journeystream.serve.commands;

/** Kafka has not said that it keeps a command: it may or may not. The same once more under its id is safe. */
public final class CommandNotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandNotKept(String commandId, Throwable cause) {
        super(
                "Kafka has not kept the command (" + cause.getMessage()
                        + "): see whether it is well, and say the same again under the id " + commandId,
                cause);
    }
}
