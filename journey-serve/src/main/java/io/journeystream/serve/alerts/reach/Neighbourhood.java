package io.journeystream.serve.alerts.reach;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How near an address is. Forms of IPv6 that carry an address of IPv4 are as near as that. */
enum Neighbourhood {
    /** Anybody's. */
    PUBLIC,
    /** This machine, or a private network. */
    PRIVATE,
    /** Nobody's: of the link, where clouds keep their credentials, for many at once, or for no use at all. */
    NOWHERE;

    private static final List<Network> PRIVATE_NETWORKS = networks(
            "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7");

    /** Where clouds keep credentials, and the special-purpose registries of IANA, as far as they are not private. */
    private static final List<Network> NO_NETWORKS = networks(
            "168.63.129.16/32",
            "100.100.100.200/32",
            "fd00:ec2::254/128",
            "0.0.0.0/8",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20");

    private static final Network ANYBODYS = Network.of("2000::/3");
    private static final Network IN_64 = Network.of("64:ff9b::/96");
    private static final Network IN_6TO4 = Network.of("2002::/16");
    private static final Network MAPPED =
            new Network(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}, 96);
    private static final int LAST_FOUR = 12;
    private static final int AFTER_6TO4 = 2;
    private static final int LENGTH_OF_V4 = 4;

    static Neighbourhood of(InetAddress address) {
        return of(address.getAddress());
    }

    static Neighbourhood of(byte[] address) {
        if (IN_64.has(address) || MAPPED.has(address)) {
            return of(Arrays.copyOfRange(address, LAST_FOUR, LAST_FOUR + LENGTH_OF_V4));
        }
        if (IN_6TO4.has(address)) {
            return of(Arrays.copyOfRange(address, AFTER_6TO4, AFTER_6TO4 + LENGTH_OF_V4));
        }
        if (isIn(NO_NETWORKS, address)) {
            return NOWHERE;
        }
        if (isIn(PRIVATE_NETWORKS, address)) {
            return PRIVATE;
        }
        return address.length == LENGTH_OF_V4 || ANYBODYS.has(address) ? PUBLIC : NOWHERE;
    }

    private static boolean isIn(List<Network> networks, byte[] address) {
        return networks.stream().anyMatch(network -> network.has(address));
    }

    private static List<Network> networks(String... written) {
        return Stream.of(written).map(Network::of).toList();
    }
}
