package io.journeystream.serve.alerts.targets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Speaks as much SMTP as it takes to refuse things: what a line begins with, and what to answer it. */
final class ScriptedMailServer implements AutoCloseable {
    /** Before what it was told over TLS. */
    static final String SECRETLY = "secretly: ";

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers;
    private final @Nullable SSLContext tls;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Thread thread;

    ScriptedMailServer(Map<String, String> answers) throws IOException {
        this(answers, null);
    }

    /**
     * One that turns private when it is told to.
     *
     * @param tls null for one that does not
     */
    ScriptedMailServer(Map<String, String> answers, @Nullable SSLContext tls) throws IOException {
        this.answers = answers;
        this.tls = tls;
        this.thread = new Thread(this::serve);
        thread.start();
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            say(socket, answers.getOrDefault("", "220 here"));
            converse(socket);
        } catch (IOException e) {
            return; // the other side has hung up
        }
    }

    private void converse(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        boolean isInData = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add((socket instanceof SSLSocket ? SECRETLY : "") + line);
            if (!isInData || line.equals(".")) {
                String answer = answer(line);
                isInData = answer.startsWith("354");
                say(socket, answer);
            }
            if (line.equals("STARTTLS") && tls != null) {
                converse(secured(socket, tls));
            }
        }
    }

    private static Socket secured(Socket socket, SSLContext tls) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private String answer(String line) {
        return answers.entrySet().stream()
                .filter(answer -> !answer.getKey().isEmpty() && line.startsWith(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(line.equals("DATA") ? "354 go on" : "250 well");
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    int port() {
        return server.getLocalPort();
    }

    /** All that it was told, line by line. */
    List<String> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
