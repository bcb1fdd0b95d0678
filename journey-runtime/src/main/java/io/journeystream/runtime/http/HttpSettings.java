package io.journeystream.runtime.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * Where a server listens, and what it bears.
 *
 * @param host address or name to listen on; 0.0.0.0 for all
 * @param port 0 for a free one
 * @param threads most threads that handle requests
 * @param idle after how long without a byte a connection is given up
 */
public record HttpSettings(String host, int port, int threads, Duration idle) {
    private static final int FEWEST_THREADS = 8;
    private static final int STANDARD_THREADS = 64;
    private static final Duration STANDARD_IDLE = Duration.ofSeconds(30);

    public HttpSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 1 to 65535, or 0 for a free one, was " + port);
        }
        if (threads < FEWEST_THREADS) {
            throw new IllegalArgumentException("threads must be at least " + FEWEST_THREADS + ", was " + threads);
        }
        if (idle.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("idle must be at least 100 ms, was " + idle);
        }
    }

    /** At that address, with limits that fit most. */
    public static HttpSettings at(String host, int port) {
        return new HttpSettings(host, port, STANDARD_THREADS, STANDARD_IDLE);
    }

    public HttpSettings withIdle(Duration other) {
        return new HttpSettings(host, port, threads, other);
    }

    /**
     * Whether nobody on another machine can reach it.
     *
     * @throws IllegalArgumentException if the host's name stands for no address
     */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("host must be an address of this machine, was \"" + host + "\"", e);
        }
    }
}
