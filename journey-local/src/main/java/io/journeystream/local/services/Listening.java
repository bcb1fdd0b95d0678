package io.journeystream.local.services;

import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Mistake;
import io.journeystream.runtime.configuration.Setting;
import io.journeystream.runtime.http.HttpSettings;
import java.nio.file.Path;
import java.util.Optional;

/** Where a service listens, and that it wants keys where others reach it. */
final class Listening {
    private Listening() {}

    static HttpSettings at(Configuration configuration, Setting<String> host, Setting<Long> port) {
        return HttpSettings.at(configuration.get(host), Math.toIntExact(configuration.get(port)));
    }

    static Optional<Mistake> openWithoutKeys(Configuration configuration, Setting<String> host, Setting<Path> keys) {
        return HttpSettings.at(configuration.get(host), 0).isLoopback()
                        || configuration.find(keys).isPresent()
                ? Optional.empty()
                : Optional.of(new Mistake(
                        host.key(),
                        "is " + configuration.get(host) + ", where others reach it: that needs " + keys.key()
                                + " (./journey keys create makes them)"));
    }
}
