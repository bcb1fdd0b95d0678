package io.journeystream.local.services;

import io.journeystream.local.Failure;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Connection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.utils.Utils;

/** Reaches Kafka: waits while it is away, and refuses what no waiting would mend. */
final class KafkaReach {
    private static final int ANSWER_MILLIS = 5_000;
    private static final int CONNECT_MILLIS = 2_000;

    private final Connection connection;

    KafkaReach(Connection connection) {
        this.connection = connection;
    }

    /**
     * An admin client, for the caller to close; nothing is asked yet.
     *
     * @throws Failure if the client does not take its configuration
     */
    Admin client() {
        try {
            return Admin.create(connection.properties(ClientKind.ADMIN));
        } catch (KafkaException e) {
            String reason = rootMessage(e);
            String advice = reason.contains("resolvable")
                    ? "; kafka.bootstrap.servers is " + connection.bootstrapServers()
                            + ": check the host names, and that this machine can resolve them"
                    : "; check the kafka.* settings";
            throw new Failure("Kafka's client cannot be made: " + reason + advice, e);
        }
    }

    /**
     * Returns when a broker answers.
     *
     * @throws Failure if one does and refuses us
     */
    void await(Admin admin) throws InterruptedException {
        new Waiting("Kafka at " + connection.bootstrapServers()).until(() -> trouble(admin));
    }

    private Optional<String> trouble(Admin admin) {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_MILLIS))
                    .nodes()
                    .get();
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            refuseWhatStays(cause);
            return Optional.of(reason());
        }
    }

    private void refuseWhatStays(Throwable cause) {
        if (cause instanceof AuthenticationException) {
            throw new Failure(
                    "Kafka at " + connection.bootstrapServers() + " does not let us in: " + rootMessage(cause)
                            + "; kafka.security.protocol is " + protocol()
                            + ": check it, kafka.sasl.* and kafka.ssl.* against what the listener asks for",
                    cause);
        }
        if (cause instanceof AuthorizationException) {
            throw new Failure(
                    "Kafka does not allow it: " + cause.getMessage() + "; give the user the rights (ACLs) it needs",
                    cause);
        }
        if (!(cause instanceof RetriableException)) {
            throw new Failure("Kafka cannot be used: " + rootMessage(cause), cause);
        }
    }

    /** Whether anybody listens there tells a wrong protocol from an outage, as far as it can be told. */
    private String reason() {
        for (String server : connection.bootstrapServers().split("\\s*,\\s*", -1)) {
            String host = Utils.getHost(server);
            Integer port = Utils.getPort(server);
            if (host != null && port != null && listens(host, port)) {
                return "something listens at " + server
                        + " but does not answer; if it is Kafka and well, check that its"
                        + " listener there speaks kafka.security.protocol, which is " + protocol();
            }
        }
        return "no connection; it is waited for, unless kafka.bootstrap.servers is wrong";
    }

    private static boolean listens(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String protocol() {
        return connection.kafka().of(ClientKind.ADMIN).getOrDefault("security.protocol", "PLAINTEXT");
    }

    static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
