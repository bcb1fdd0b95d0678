package io.journeystream.serve.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.journeystream.alerts.WrittenSubscription;
import io.journeystream.runtime.http.Answers;
import io.journeystream.runtime.http.Bodies;
import io.journeystream.runtime.http.Body;
import io.journeystream.runtime.http.ContentType;
import io.journeystream.runtime.http.GetRoutes;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.runtime.keys.Scope;
import io.journeystream.serve.alerts.subscriptions.Entry;
import io.journeystream.serve.alerts.subscriptions.Ownership;
import io.journeystream.serve.alerts.subscriptions.SubscriptionDesk;
import io.journeystream.serve.alerts.subscriptions.SubscriptionDesk.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** {@code /v1/subscriptions}: who hears of which alerts. A key of a team changes only what is the team's. */
final class SubscriptionRoutes {
    private static final String ALL = "/v1/subscriptions";
    private static final String ONE = ALL + "/{id}";
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Set<String> ACCEPTED = Set.of("application/yaml", "application/json");
    private static final String ACCEPTED_TEXT = "application/yaml, application/json";

    private final Gate gate;
    private final Bodies bodies;
    private final SubscriptionDesk desk;
    private final AlertAccess alerts;
    private final Places reading;
    private final Places changing;
    private final Supplier<Executor> threads;

    SubscriptionRoutes(
            Gate gate,
            Bodies bodies,
            SubscriptionDesk desk,
            AlertAccess alerts,
            Places reading,
            Places changing,
            Supplier<Executor> threads) {
        this.gate = gate;
        this.bodies = bodies;
        this.desk = desk;
        this.alerts = alerts;
        this.reading = reading;
        this.changing = changing;
        this.threads = threads;
    }

    void addTo(RoutesConfig routes) {
        GetRoutes.add(routes, ALL, this::list);
        GetRoutes.add(routes, ONE, this::show);
        routes.put(ONE, this::put);
        routes.delete(ONE, this::remove);
        routes.post(ONE + "/test", this::test);
    }

    private void list(Context context) {
        admitted(context, Scope.ALERTS_READ);
        answer(context, reading, 200, () -> Map.of("subscriptions", sorted()));
    }

    private List<Map<String, Object>> sorted() {
        return desk.all().stream()
                .sorted(Comparator.comparing(WrittenSubscription::getId))
                .map(SubscriptionJson::of)
                .toList();
    }

    private void show(Context context) {
        admitted(context, Scope.ALERTS_READ);
        String id = context.pathParam("id");
        answer(context, reading, 200, () -> SubscriptionJson.of(kept(id)));
    }

    private WrittenSubscription kept(String id) {
        return desk.all().stream()
                .filter(each -> each.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private void put(Context context) {
        Optional<ApiKey> key = admitted(context, Scope.ALERTS_WRITE);
        if (!ACCEPTED.contains(ContentType.of(context, ACCEPTED_TEXT))) {
            throw ContentType.unsupported(context, ACCEPTED_TEXT);
        }
        String id = context.pathParam("id");
        context.future(() -> bodies.read(context, threads.get())
                .thenApply(body -> SubscriptionBody.read(text(body), id, alerts))
                .thenCompose(entry -> {
                    gate.requireKafka();
                    return changing.take(WITHIN, () -> put(entry, key));
                })
                .thenAccept(json -> Answers.json(context, 200, json)));
    }

    private static String text(Body body) {
        try (body) {
            return new String(body.bytes(), StandardCharsets.UTF_8);
        }
    }

    private Map<String, Object> put(Entry entry, Optional<ApiKey> key) throws InterruptedException {
        refuse(entry.id(), desk.put(entry, ownership(key), key.map(ApiKey::name).orElse("http")));
        return SubscriptionJson.of(kept(entry.id()));
    }

    private void remove(Context context) {
        Optional<ApiKey> key = admitted(context, Scope.ALERTS_WRITE);
        String id = context.pathParam("id");
        answer(context, changing, 200, () -> {
            refuse(id, desk.remove(id, ownership(key)));
            return Map.of("id", id, "removed", true);
        });
    }

    private void test(Context context) {
        Optional<ApiKey> key = admitted(context, Scope.ALERTS_WRITE);
        String id = context.pathParam("id");
        answer(context, changing, 200, () -> {
            WrittenSubscription kept = kept(id);
            ownership(key).objection(kept).ifPresent(SubscriptionRoutes::forbid);
            return alerts.test(kept).orElseThrow(() -> unknown(id));
        });
    }

    private Optional<ApiKey> admitted(Context context, Scope scope) {
        Optional<ApiKey> key = gate.admit(context, scope);
        Query.none(context);
        return key;
    }

    private void answer(Context context, Places places, int status, Callable<Map<String, Object>> work) {
        gate.requireKafka();
        context.future(() -> places.take(WITHIN, work).thenAccept(json -> Answers.json(context, status, json)));
    }

    private static Ownership ownership(Optional<ApiKey> key) {
        return key.map(known -> new Ownership(known.teams())).orElse(Ownership.ANY);
    }

    private static void refuse(String id, Outcome outcome) {
        if (outcome instanceof Outcome.Forbidden forbidden) {
            forbid(forbidden.why());
        }
        if (outcome instanceof Outcome.Unknown) {
            throw unknown(id);
        }
    }

    private static void forbid(String why) {
        throw new Refusal(Problem.of(403, "Forbidden", why));
    }

    private static Refusal unknown(String id) {
        return new Refusal(Problem.of(404, "Not Found", "nothing is called " + id + "; GET " + ALL + " lists them"));
    }
}
