package io.journeystream.local.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A connection for what no HTTP client would do: stop in the middle of a body, or send nonsense. */
public final class Wire implements AutoCloseable {
    private static final Pattern END_OF_HEAD = Pattern.compile("\r\n\r\n");
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    public Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends the head of a request with JSON, and as much of the body as there is. */
    public static Wire posting(int port, String path, int length, String beginning) throws IOException {
        Wire wire = new Wire(port);
        wire.send("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\n\r\n" + beginning);
        return wire;
    }

    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** All that comes until the server closes the connection. */
    public Caller.Answer answer() throws IOException {
        String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String[] parts = END_OF_HEAD.split(all, 2);
        List<String> head = List.of(parts[0].split("\r\n", -1));
        Map<String, List<String>> headers = head.stream()
                .skip(1)
                .map(line -> line.split(":\\s*", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], TreeMap::new, Collectors.mapping(pair -> pair[1], Collectors.toList())));
        return new Caller.Answer(
                Integer.parseInt(Arrays.asList(head.get(0).split(" ", -1)).get(1)),
                HttpHeaders.of(headers, (name, value) -> true),
                (parts.length == 2 ? parts[1] : "").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
