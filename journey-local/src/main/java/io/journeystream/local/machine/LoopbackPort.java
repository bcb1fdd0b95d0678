package io.journeystream.local.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on this machine's loopback interface; nothing listens to the network. */
public final class LoopbackPort {
    private static final int FIRST_FREE = 20_000;
    private static final int LAST_FREE = 28_999;
    private static final int ATTEMPTS = 100;

    private LoopbackPort() {}

    /**
     * A free one to listen on later. It is none that the system gives to connections and to who listens on any (Linux:
     * 32768 to 60999, others: 49152 to 65535), so that it is still free then, and once more after a pause.
     *
     * @throws CannotStart if none is found
     */
    public static int free() {
        for (int attempt = 1; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE + 1);
            try {
                bind(port);
                return port;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new CannotStart(
                            "No port from " + FIRST_FREE + " to " + LAST_FREE + " is to be had (" + e.getMessage()
                                    + ").",
                            e);
                }
            }
        }
    }

    /**
     * The port asked for, or a free one for 0.
     *
     * @param what would listen there, for the message
     * @param flag with which another port is chosen, for the message
     * @throws CannotStart if the port is taken
     */
    public static int choose(int wanted, String what, String flag) {
        if (wanted == 0) {
            return free();
        }
        try {
            bind(wanted);
            return wanted;
        } catch (IOException e) {
            throw taken(wanted, what, flag, e);
        }
    }

    private static void bind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }

    /** The same refusal for a port that was taken after it had been chosen. */
    public static CannotStart taken(int port, String what, String flag, Throwable cause) {
        return new CannotStart(
                "Port " + port + " for the " + what + " is not to be had (" + cause.getMessage()
                        + "): stop what listens there, or choose another one with " + flag + ".",
                cause);
    }
}
