package io.journeystream.serve.alerts.delivery;

import io.journeystream.serve.alerts.subscriptions.Subscription;
import io.journeystream.serve.alerts.targets.Channel;
import io.journeystream.serve.alerts.targets.Notice;
import io.journeystream.serve.alerts.targets.Sent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits, to each target by itself: one that is slow or down holds up nobody else. All but the sending is done by
 * the thread that calls.
 */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Lines lines;
    private final Executor threads;
    private final Clock clock;
    private final Pauses pauses;
    private final Map<String, Post> posts = new HashMap<>();
    private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();

    /** The way to one target; opened by the first that sends, and closed when nobody does. */
    private static final class Post {
        private final Outbox outbox;
        private @Nullable Channel channel;
        private boolean isAbandoned;

        Post(Outbox outbox) {
            this.outbox = outbox;
        }

        synchronized Sent send(Notice notice, Lines lines) {
            Channel open = channel == null ? lines.to(outbox.subscription()) : channel;
            channel = open;
            return open.send(notice);
        }

        synchronized void close() {
            if (channel != null && !isAbandoned) {
                channel.close();
            }
            isAbandoned = true;
        }
    }

    private record Finished(Post post, Telling telling, Sent sent, Instant at) {}

    /** @param threads as many as there are subscriptions at most do something at once */
    Dispatch(Lines lines, Executor threads, Clock clock, Pauses pauses) {
        this.lines = lines;
        this.threads = threads;
        this.clock = clock;
        this.pauses = pauses;
    }

    /**
     * From now on these are told. What waits for one that is gone is given up; one that was written anew is tried at once.
     *
     * @return what was given up
     */
    List<Telling> follow(Collection<Subscription> subscriptions) {
        List<Telling> dropped = new ArrayList<>();
        Set<String> gone = new HashSet<>(posts.keySet());
        for (Subscription subscription : subscriptions) {
            gone.remove(subscription.id());
            Post post = posts.get(subscription.id());
            if (post == null || isOutdated(post, subscription)) {
                posts.put(subscription.id(), renewed(post, subscription));
            }
        }
        gone.forEach(id -> dropped.addAll(remove(id)));
        return dropped;
    }

    private static boolean isOutdated(Post post, Subscription subscription) {
        return !post.outbox.subscription().equals(subscription) && !post.outbox.isSending();
    }

    private Post renewed(@Nullable Post before, Subscription subscription) {
        Outbox outbox = new Outbox(subscription, pauses);
        if (before != null) {
            before.outbox.waiting().forEach(outbox::add);
            close(before);
        }
        return new Post(outbox);
    }

    private List<Telling> remove(String id) {
        Post post = posts.get(id);
        if (post == null || post.outbox.isSending()) {
            return List.of();
        }
        posts.remove(id);
        close(post);
        return post.outbox.dropped("the subscription was taken back");
    }

    private void close(Post post) {
        threads.execute(post::close); // after what is being sent, which it waits for
    }

    /** Sends it as soon as may be; false if nobody of that subscription is known. */
    boolean post(Telling telling) {
        Post post = posts.get(telling.notice().subscription());
        if (post != null) {
            post.outbox.add(telling);
        }
        return post != null;
    }

    /** Begins to send what may be sent now. */
    void start(Instant now) {
        for (Post post : posts.values()) {
            post.outbox.next(now).ifPresent(telling -> threads.execute(() -> send(post, telling)));
        }
    }

    private void send(Post post, Telling telling) {
        Sent sent;
        try {
            sent = post.send(telling.notice(), lines);
        } catch (IllegalArgumentException e) {
            sent = new Sent.Failed(String.valueOf(e.getMessage()), null);
        } catch (RuntimeException e) { // its message may hold what no log may
            LOG.error(
                    "{}: unexpected {} in sending",
                    telling.notice().subscription(),
                    e.getClass().getName());
            sent = new Sent.Failed("unexpected " + e.getClass().getName(), null);
        }
        finished.add(new Finished(post, telling, sent, clock.instant()));
    }

    /** What has become of what was sent since. */
    List<Telling> settled() {
        List<Telling> settled = new ArrayList<>();
        for (Finished each = finished.poll(); each != null; each = finished.poll()) {
            settled.add(each.post().outbox.sent(each.telling(), each.sent(), each.at()));
        }
        return settled;
    }

    /** Gives up what has waited for too long. */
    List<Telling> expired(Instant now) {
        return posts.values().stream()
                .flatMap(post -> post.outbox.expired(now).stream())
                .toList();
    }

    /** Gives up others. */
    List<Telling> giveUp(Predicate<Telling> which, Function<Telling, String> why) {
        return posts.values().stream()
                .flatMap(post -> post.outbox.giveUp(which, why).stream())
                .toList();
    }

    boolean isSending() {
        return posts.values().stream().anyMatch(post -> post.outbox.isSending());
    }

    List<Telling> waiting() {
        return posts.values().stream()
                .flatMap(post -> post.outbox.waiting().stream())
                .toList();
    }

    long broken() {
        return posts.values().stream().filter(post -> post.outbox.isBroken()).count();
    }

    /** Closes the ways to targets, each by who would use it next. */
    void closeAll() {
        posts.values().forEach(this::close);
    }
}
