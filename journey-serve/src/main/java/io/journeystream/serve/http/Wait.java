package io.journeystream.serve.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a client wants to wait: {@code Prefer: wait=SECONDS} (RFC 7240). */
final class Wait {
    private static final Duration STANDARD = Duration.ofSeconds(30);
    private static final int LONGEST_SECONDS = 120;
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?(?=$|[,;\\s])");

    private Wait() {}

    /** 30 s without such a preference, and 2 min at most. */
    static Duration of(Context context) {
        String header = context.header("Prefer");
        Matcher wait = WAIT.matcher(header == null ? "" : header);
        return wait.find() ? Duration.ofSeconds(Math.min(LONGEST_SECONDS, Integer.parseInt(wait.group(1)))) : STANDARD;
    }
}
