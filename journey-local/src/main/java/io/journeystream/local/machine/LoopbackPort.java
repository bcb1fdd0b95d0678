package io.journeystream.local.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on this machine's loopback interface; nothing listens to the network. */
public final class LoopbackPort {
    private LoopbackPort() {}

    /**
     * The port asked for, or a free one for 0.
     *
     * @param what would listen there, for the message
     * @param flag with which another port is chosen, for the message
     * @throws CannotStart if the port is taken
     */
    public static int choose(int wanted, String what, String flag) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw taken(wanted, what, flag, e);
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
