package io.journeystream.serve.alerts.reach;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses, such as {@code 10.0.0.0/8}. */
final class Network {
    private static final int BITS_OF_BYTE = 8;
    private static final int BYTE = 0xff;

    private final byte[] first;
    private final int bits;

    Network(byte[] first, int bits) {
        this.first = first.clone();
        this.bits = bits;
    }

    static Network of(String written) {
        int slash = written.indexOf('/');
        try {
            byte[] first = InetAddress.getByName(written.substring(0, slash)).getAddress();
            return new Network(first, Integer.parseInt(written.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a block of addresses: " + written, e);
        }
    }

    /** Whether an address, as 4 or 16 bytes, is in it; one of the other family never is. */
    boolean has(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        int whole = bits / BITS_OF_BYTE;
        for (int i = 0; i < whole; i++) {
            if (address[i] != first[i]) {
                return false;
            }
        }
        int rest = bits % BITS_OF_BYTE;
        int mask = BYTE << (BITS_OF_BYTE - rest) & BYTE;
        return rest == 0 || (address[whole] & mask) == (first[whole] & mask);
    }
}
