package io.journeystream.serve.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.journeystream.definitions.Definitions;
import io.journeystream.events.Identifier;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.http.Answers;
import io.journeystream.runtime.http.GetRoutes;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import io.journeystream.runtime.keys.Scope;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import io.journeystream.serve.identity.IdentityJson;
import io.journeystream.serve.identity.IdentityLog;
import io.journeystream.serve.identity.JourneyExplanation;
import io.journeystream.serve.identity.JourneyExplanation.Erased;
import io.journeystream.serve.identity.JourneyExplanation.Explained;
import io.journeystream.serve.identity.JourneyExplanation.Superseded;
import io.journeystream.serve.identity.JourneyExplanation.Unexplained;
import io.journeystream.serve.identity.JourneyJson;
import io.journeystream.serve.identity.TypedNames;
import io.journeystream.serve.reading.KafkaAccess;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is whom, and why. Each answer reads the topics. */
final class QuestionRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(QuestionRoutes.class);
    private static final Pattern JOURNEY_ID = Pattern.compile("j_[0-9a-f]{20}");

    private final ServeSettings settings;
    private final KafkaAccess kafka;
    private final SchemaRegistry registry;
    private final TypedNames names;
    private final Gate gate;
    private final Places places;
    private final ServeMeters meters;

    QuestionRoutes(
            ServeSettings settings,
            KafkaAccess kafka,
            SchemaRegistry registry,
            Gate gate,
            Places places,
            ServeMeters meters) {
        this.settings = settings;
        this.kafka = kafka;
        this.registry = registry;
        this.names = new TypedNames(settings.spelling());
        this.gate = gate;
        this.places = places;
        this.meters = meters;
    }

    void addTo(RoutesConfig routes) {
        GetRoutes.add(routes, "/v1/identities", this::show);
        GetRoutes.add(routes, "/v1/identities/explanation", this::explain);
        GetRoutes.add(routes, "/v1/identities/conflicts", this::conflicts);
        GetRoutes.add(routes, "/v1/journeys/{journeyId}/explanation", this::journey);
    }

    private void show(Context context) {
        gate.admit(context, Scope.IDENTITY_READ);
        Identifier asked = Query.identifiers(context, names, "identifier").get(0);
        answer(context, (log, definitions) -> IdentityJson.of(log.show(asked)));
    }

    private void explain(Context context) {
        gate.admit(context, Scope.IDENTITY_READ);
        List<Identifier> asked = Query.identifiers(context, names, "a", "b");
        answer(context, (log, definitions) -> IdentityJson.of(log.explain(asked.get(0), asked.get(1))));
    }

    private void conflicts(Context context) {
        gate.admit(context, Scope.IDENTITY_READ);
        Query.none(context);
        answer(context, (log, definitions) -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putArray("conflicts").addAll(IdentityJson.of(log.conflicts()));
            return json;
        });
    }

    private void journey(Context context) {
        gate.admit(context, Scope.IDENTITY_READ);
        Query.none(context);
        String journeyId = context.pathParam("journeyId");
        if (!JOURNEY_ID.matcher(journeyId).matches()) {
            throw noJourney("an id of a journey is j_ and 20 hex digits");
        }
        answer(context, (log, definitions) -> json(log.explain(journeyId, definitions)));
    }

    private static ObjectNode json(JourneyExplanation explanation) {
        if (explanation instanceof Explained explained) {
            return JourneyJson.of(explained.reasons());
        }
        if (explanation instanceof Superseded superseded) {
            return JourneyJson.of(superseded);
        }
        if (explanation instanceof Erased erased) {
            return JourneyJson.of(erased);
        }
        if (explanation instanceof Unexplained unexplained) {
            throw new Refusal(Problem.of(409, "Not Explained", unexplained.why()));
        }
        throw noJourney("journey.journeys.v1 has no such journey: is the id right, and has streams published it?");
    }

    private static Refusal noJourney(String detail) {
        return new Refusal(Problem.of(404, "Not Found", detail));
    }

    private void answer(Context context, BiFunction<IdentityLog, Definitions, ObjectNode> question) {
        gate.requireKafka();
        context.future(() -> places.take(settings.limits().readWithin(), () -> asked(question))
                .thenAccept(json -> Answers.json(context, 200, json)));
    }

    private ObjectNode asked(BiFunction<IdentityLog, Definitions, ObjectNode> question) {
        long began = System.nanoTime();
        Definitions definitions = LaidDownDefinitions.inForce(kafka.consumer(), registry, settings.definitions());
        try (IdentityLog log = new IdentityLog(kafka.consumer(), registry, definitions.identity(), LOG::info)) {
            return question.apply(log, definitions);
        } finally {
            meters.read(System.nanoTime() - began);
        }
    }
}
