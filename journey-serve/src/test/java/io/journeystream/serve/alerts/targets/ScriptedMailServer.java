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

/** Speaks as much SMTP as it takes to refuse things: what a line begins with, and what to answer it. */
final class ScriptedMailServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Thread thread;

    ScriptedMailServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.thread = new Thread(this::serve);
        thread.start();
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            say(socket, answers.getOrDefault("", "220 here"));
            boolean isInData = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (!isInData || line.equals(".")) {
                    String answer = answer(line);
                    isInData = answer.startsWith("354");
                    say(socket, answer);
                }
            }
        } catch (IOException e) {
            return; // the other side has hung up
        }
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
