package io.journeystream.local.services;

import io.journeystream.definitions.yaml.Section;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.serve.alerts.delivery.Lines;
import io.journeystream.serve.alerts.reach.Reach;
import io.journeystream.serve.alerts.secrets.Secrets;
import io.journeystream.serve.alerts.subscriptions.EntryFile;
import io.journeystream.serve.alerts.subscriptions.Subscription;
import io.journeystream.serve.alerts.targets.Channel;
import io.journeystream.serve.alerts.targets.ChannelSettings;
import io.journeystream.serve.alerts.targets.Channels;
import io.journeystream.serve.alerts.targets.Target;
import io.journeystream.serve.alerts.targets.Targets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The ways to what subscriptions name under {@code to:}, with the secrets of this process. */
public final class AlertTargets implements Lines, AutoCloseable {
    private final Channels channels;

    /** @param clock for the time that is signed */
    public AlertTargets(Configuration configuration, Clock clock) {
        Secrets secrets = new Secrets(
                System::getenv, configuration.find(AlertKeys.SECRETS).orElse(null));
        Reach reach = configuration.get(AlertKeys.PRIVATE_TARGETS) ? Reach.PRIVATE_TOO : Reach.PUBLIC;
        this.channels = new Channels(ChannelSettings.of(reach, secrets, clock));
    }

    /** Reports what is wrong under {@code to:}. */
    public static void check(Section to) {
        var unused = Targets.read(to);
    }

    @Override
    public Channel to(Subscription subscription) {
        AtomicReference<@Nullable Target> found = new AtomicReference<>();
        var unused = EntryFile.read(
                subscription.id(), subscription.content(), to -> found.set(Targets.read(to)), subscription.since());
        Target target = found.get();
        if (target == null) {
            throw new IllegalArgumentException("the subscription names no target");
        }
        return channels.open(target);
    }

    @Override
    public void close() {
        channels.close();
    }
}
