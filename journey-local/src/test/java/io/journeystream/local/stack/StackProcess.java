package io.journeystream.local.stack;

import io.journeystream.topics.Topics;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A stack in a process of its own, which writes to the routing topic until it is ended from outside or by itself. */
final class StackProcess {
    private StackProcess() {}

    /**
     * Starts one.
     *
     * @param limitKilobytes no file of it may become larger: its disk is full, as it were
     */
    static Process start(Path data, Path notes, int recordBytes, int limitKilobytes) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = String.join(
                " ",
                "ulimit -f " + limitKilobytes + " && exec",
                java,
                "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.io.tmpdir="
                        + System.getProperty("java.io.tmpdir"),
                "-cp '" + System.getProperty("java.class.path") + "'",
                StackProcess.class.getName(),
                data.toString(),
                notes.toString(),
                Integer.toString(recordBytes));
        return new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(new File(notes + ".log"))
                .start();
    }

    /** Arguments: data directory; file for the number of records acknowledged, or for the last words; record size. */
    public static void main(String[] arguments) throws Exception {
        Path notes = Path.of(arguments[1]);
        LocalStack stack = LocalStack.start(StackSettings.in(Path.of(arguments[0])), words -> write(notes, words));
        byte[] record = new byte[Integer.parseInt(arguments[2])];
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int acknowledged = 1; ; acknowledged++) {
                producer.send(new ProducerRecord<>(Topics.ROUTING.name(), 0, null, record))
                        .get();
                write(notes, Integer.toString(acknowledged));
            }
        }
    }

    private static void write(Path notes, String text) {
        try {
            Path fresh = Files.writeString(Path.of(notes + ".new"), text);
            Files.move(fresh, notes, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
