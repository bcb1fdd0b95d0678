package io.journeystream.serve.alerts.targets;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for a name, made for a test, which only those trust who were told to. */
record Certificate(Path file) {
    static final String PASSWORD = "of-the-key-store";
    private static final String ALIAS = "server";
    private static final String KIND = "PKCS12";

    /** @param names as Java's keytool takes them, such as {@code ip:127.0.0.1} */
    static Certificate of(String names, Path directory) throws Exception {
        Path file = directory.resolve("key-store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-Xmx64m",
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=" + names,
                        "-storetype",
                        KIND,
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new AssertionError("keytool made no certificate");
        }
        return new Certificate(file);
    }

    private KeyStore keys() throws Exception {
        KeyStore keys = KeyStore.getInstance(KIND);
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** Of whoever trusts it, and nothing else. */
    SSLContext trusted() throws Exception {
        KeyStore trust = KeyStore.getInstance(KIND);
        trust.load(null, null);
        trust.setCertificateEntry(ALIAS, keys().getCertificate(ALIAS));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** Of the server that has it. */
    SSLContext shown() throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys(), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
