package io.journeystream.local.broker;

import io.journeystream.local.machine.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A broker that lets in by TLS and password only, with a certificate that the JDK's keytool made. */
public final class SecuredBroker implements AutoCloseable {
    public static final String STORE_PASSWORD = "store-secret";
    public static final String PASSWORD = "journey-secret";

    private final DataDirectory data = DataDirectory.open(null);
    private final EmbeddedBroker broker;
    private final Path store;

    public SecuredBroker(Path directory) throws IOException, InterruptedException {
        this.store = directory.resolve("broker.p12");
        makeCertificate();
        this.broker = EmbeddedBroker.start(data, 0, words -> {}, security());
    }

    private void makeCertificate() throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-Xmx64m",
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "RSA",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE_PASSWORD,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=IP:127.0.0.1,DNS:localhost",
                        "-validity",
                        "2"))
                .redirectErrorStream(true)
                .redirectOutput(store.resolveSibling("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException(Files.readString(store.resolveSibling("keytool.log")));
        }
    }

    private Map<String, String> security() {
        Map<String, String> security = new HashMap<>();
        security.put("listener.security.protocol.map", "LOCAL:SASL_SSL,CONTROLLER:PLAINTEXT");
        security.put("sasl.enabled.mechanisms", "PLAIN");
        security.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        security.put(
                "listener.name.local.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\"b\""
                        + " user_broker=\"b\" user_journey=\"" + PASSWORD + "\";");
        for (String kind : List.of("keystore", "truststore")) {
            security.put("ssl." + kind + ".type", "PKCS12");
            security.put("ssl." + kind + ".location", store.toString());
            security.put("ssl." + kind + ".password", STORE_PASSWORD);
        }
        return security;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** What clients trust. */
    public Path store() {
        return store;
    }

    @Override
    public void close() {
        broker.close();
        data.close();
    }
}
