package io.journeystream.serve.alerts.targets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** Posts to a channel of a chat, whose address is a secret; it takes nothing but the message. */
record ChatSending(WebAddress url, Function<Notice, ? extends JsonNode> message, Web web, SecretReader secrets)
        implements Sending {

    @Override
    public Sent send(Notice notice, Attempt attempt) throws NotSent {
        return web.post(Post.to(url, secrets.read(url), message.apply(notice)), attempt);
    }
}
