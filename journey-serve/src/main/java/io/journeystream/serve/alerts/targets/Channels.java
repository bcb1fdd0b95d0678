package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.targets.Target.Alertmanager;
import io.journeystream.serve.alerts.targets.Target.Email;
import io.journeystream.serve.alerts.targets.Target.PagerDuty;
import io.journeystream.serve.alerts.targets.Target.Slack;
import io.journeystream.serve.alerts.targets.Target.Teams;
import io.journeystream.serve.alerts.targets.Target.Webhook;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The ways to targets. */
public final class Channels implements AutoCloseable {
    private final ChannelSettings settings;
    private final Web web;
    private final SecretReader secrets;
    private final ExecutorService threads;

    public Channels(ChannelSettings settings) {
        this.settings = settings;
        this.web = new Web(settings);
        this.secrets = new SecretReader(settings.secrets());
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "alert-sender-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A way to a target; nothing is connected or looked up before something is sent. */
    public Channel open(Target target) {
        return new TimedChannel(
                target, sending(target), threads, settings.patience().whole());
    }

    private Sending sending(Target target) {
        if (target instanceof Webhook webhook) {
            return new WebhookSending(webhook, web, secrets, settings.clock());
        }
        if (target instanceof Slack slack) {
            return new ChatSending(slack.url(), SlackJson::of, web, secrets);
        }
        if (target instanceof Teams teams) {
            return new ChatSending(teams.url(), TeamsJson::of, web, secrets);
        }
        if (target instanceof Alertmanager alertmanager) {
            return new AlertmanagerSending(alertmanager, web, secrets);
        }
        if (target instanceof PagerDuty pagerDuty) {
            return new PagerDutySending(pagerDuty, web, secrets);
        }
        return new EmailSending((Email) target, settings, secrets);
    }

    /** What is being sent is given up. */
    @Override
    public void close() {
        threads.shutdownNow();
        web.close();
    }
}
