package io.journeystream.runtime.configuration;

import io.journeystream.registry.RegistryClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What every service needs to know: where Kafka and the registry are, and how to talk to them. */
public final class ConnectionSettings {
    public static final Setting<String> BOOTSTRAP_SERVERS = Setting.of(
            "kafka.bootstrap.servers",
            Kinds.text(
                    "host:port of one or more brokers, with commas between",
                    Pattern.compile("\\s*[^\\s,]+:\\d{1,5}\\s*(,\\s*[^\\s,]+:\\d{1,5}\\s*)*")),
            "Brokers to ask first; they tell of the others. Flag --bootstrap-server.");

    public static final Setting<List<URI>> REGISTRY_URL = Setting.of(
            "registry.url",
            Kinds.addresses(),
            "Base address of the schema registry, with path where it has one; several are tried in turn. Flag"
                    + " --registry.");

    public static final Setting<String> REGISTRY_USER =
            Setting.of("registry.user", Kinds.text("a user name"), "User for basic authentication at the registry.");

    public static final Setting<String> REGISTRY_PASSWORD =
            Setting.of("registry.password", Kinds.secret("a password"), "Password of that user.");

    public static final Setting<Duration> REGISTRY_TIMEOUT = new Setting<>(
            "registry.timeout",
            Kinds.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
            "10s",
            "How long one request to the registry may take.");

    public static final Setting<RegistryClient> REGISTRY_CLIENT = new Setting<>(
            "registry.client",
            Kinds.choice(RegistryClient.class),
            "own",
            "Which client talks to the registry: ours, or Confluent's, which must be built in with -Pconfluent.");

    public static final Setting<Boolean> AUTO_REGISTER = new Setting<>(
            "registry.auto-register",
            Kinds.yesOrNo(),
            "true",
            "Whether services register their schemas themselves; if false, `journey schemas register` must have done it.");

    /** All of them, in the order of the reference. */
    public static final List<Setting<?>> ALL = List.of(
            BOOTSTRAP_SERVERS,
            REGISTRY_URL,
            REGISTRY_USER,
            REGISTRY_PASSWORD,
            REGISTRY_TIMEOUT,
            REGISTRY_CLIENT,
            AUTO_REGISTER);

    /** What does not go together. */
    public static final List<Contradiction> CONTRADICTIONS = List.of(
            ConnectionRules::passwordWithoutUser,
            ConnectionRules::userTwice,
            ConnectionRules::saslWithoutItsProtocol,
            ConnectionRules::tlsWithoutItsProtocol);

    private ConnectionSettings() {}
}
