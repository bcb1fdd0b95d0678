package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.targets.Target.Alertmanager;
import java.net.URI;

/** Hands alerts to an Alertmanager. */
record AlertmanagerSending(Alertmanager target, Web web, SecretReader secrets) implements Sending {
    private static final String PATH = "/api/v2/alerts";

    @Override
    public Sent send(Notice notice, Attempt attempt) throws NotSent {
        URI uri = alerts(secrets.read(target.url()));
        return web.post(Post.to(target.url(), uri, AlertmanagerJson.alerts(notice)), attempt);
    }

    /** Of an Alertmanager whose address is known, which may stand below a path. */
    private static URI alerts(URI base) {
        String text = base.toString();
        if (text.endsWith(PATH)) {
            return base;
        }
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + PATH);
    }
}
