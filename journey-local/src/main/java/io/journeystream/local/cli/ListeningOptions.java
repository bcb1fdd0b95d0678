package io.journeystream.local.cli;

import io.journeystream.runtime.configuration.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a service listens. */
final class ListeningOptions {
    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on: ${COMMAND-NAME}.host.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on, 0 for a free one: ${COMMAND-NAME}.port.")
    private @Nullable String port;

    GivenFlags flags(Setting<?> hostSetting, Setting<?> portSetting) {
        return new GivenFlags().with("--host", hostSetting, host).with("--port", portSetting, port);
    }
}
