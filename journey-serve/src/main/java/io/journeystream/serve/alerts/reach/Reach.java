package io.journeystream.serve.alerts.reach;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Which addresses may be reached. Whoever connects takes the addresses from here, and so connects to none that was not
 * looked at.
 */
public enum Reach {
    /** What anybody can reach. */
    PUBLIC,
    /** This machine and private networks as well; never an address of the link, where clouds keep their credentials. */
    PRIVATE_TOO;

    /**
     * The addresses of a host, each with its name, so that certificates are held against that.
     *
     * @param host a name, or an address as text
     * @throws OutOfReach if one of them may not be reached
     * @throws UnknownHostException if it has none
     */
    public InetAddress[] addresses(String host) throws OutOfReach, UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        InetAddress[] named = new InetAddress[found.length];
        for (int i = 0; i < found.length; i++) {
            check(found[i]);
            named[i] = InetAddress.getByAddress(host, found[i].getAddress());
        }
        return named;
    }

    /** @throws OutOfReach if that address may not be reached */
    void check(InetAddress address) throws OutOfReach {
        switch (Neighbourhood.of(address)) {
            case PUBLIC -> {}
            case PRIVATE -> {
                if (this != PRIVATE_TOO) {
                    throw new OutOfReach(
                            "is in a private network or on this machine, which is not allowed: set alerts.private-targets=true"
                                    + " where notices are sent, if it is meant to be");
                }
            }
            case NOWHERE ->
                throw new OutOfReach(
                        "is at an address that is never allowed: of the link, reserved, or" + " for many at once");
        }
    }
}
