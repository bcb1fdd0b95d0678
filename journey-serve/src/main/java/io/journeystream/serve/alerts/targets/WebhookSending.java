package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.secrets.SecretPlace;
import io.journeystream.serve.alerts.targets.Target.Webhook;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Posts to any receiver, and signs. */
record WebhookSending(Webhook target, Web web, SecretReader secrets, Clock clock) implements Sending {

    @Override
    public Sent send(Notice notice, Attempt attempt) throws NotSent {
        URI uri = secrets.read(target.url());
        Post post = Post.to(
                target.url(),
                uri,
                switch (target.format()) {
                    case JOURNEYSTREAM -> NoticeJson.of(notice);
                    case ALERTMANAGER -> AlertmanagerJson.webhook(notice);
                });
        return web.post(post.with(headers(notice, post.body())), attempt);
    }

    private Map<String, String> headers(Notice notice, String body) throws NotSent {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", notice.id());
        List<byte[]> keys = keys();
        if (!keys.isEmpty()) {
            long second = clock.instant().getEpochSecond();
            headers.put("webhook-id", notice.id());
            headers.put("webhook-timestamp", String.valueOf(second));
            headers.put("webhook-signature", Signature.of(keys, notice.id(), second, body));
        }
        return headers;
    }

    private List<byte[]> keys() throws NotSent {
        List<byte[]> keys = new ArrayList<>();
        for (SecretPlace place : target.secrets()) {
            keys.add(Signature.key(secrets.read(place))
                    .orElseThrow(() -> NotSent.yet("what " + place + " holds is not " + Signature.KEY_FORM)));
        }
        return keys;
    }
}
