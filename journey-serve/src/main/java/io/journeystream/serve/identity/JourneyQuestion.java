package io.journeystream.serve.identity;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Customer;
import io.journeystream.identity.Identifiers;
import io.journeystream.journeys.ComputedJourney;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.journeys.Journeys;
import io.journeystream.serve.identity.JourneyExplanation.Erased;
import io.journeystream.serve.identity.JourneyExplanation.Explained;
import io.journeystream.serve.identity.JourneyExplanation.Superseded;
import io.journeystream.serve.identity.JourneyExplanation.Unexplained;
import io.journeystream.serve.identity.JourneyExplanation.Unknown;
import io.journeystream.topics.Topics;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks why each event is in a journey: as it was published, and recomputed from the log. */
final class JourneyQuestion {
    private final PublishedTopics published;
    private final Supplier<WhoIsWho> whoIsWho;
    private final Definitions definitions;

    JourneyQuestion(PublishedTopics published, Supplier<WhoIsWho> whoIsWho, Definitions definitions) {
        this.published = published;
        this.whoIsWho = whoIsWho;
        this.definitions = definitions;
    }

    JourneyExplanation explain(String journeyId) {
        Optional<Journey> last = published.journey(journeyId);
        if (last.isEmpty()) {
            return new Unknown(journeyId);
        }
        Journey journey = last.get();
        if (journey.getStatus() == JourneyStatus.SUPERSEDED) {
            return new Superseded(journeyId, journey.getSupersededBy());
        }
        return journey.getStatus() == JourneyStatus.ERASED ? new Erased(journeyId) : explain(journey);
    }

    private JourneyExplanation explain(Journey journey) {
        Optional<Identifier> strongest = published.strongest(journey.getCustomerId());
        return strongest.isPresent()
                ? explain(journey, strongest.get())
                : new Unexplained(
                        journey.getJourneyId(),
                        "no identifier in " + Topics.IDENTITIES + " names the customer " + journey.getCustomerId()
                                + " any more: streams is about to publish the journey anew");
    }

    private JourneyExplanation explain(Journey journey, Identifier strongest) {
        Neighbourhood around = whoIsWho.get().around(strongest);
        Optional<Customer> customer = around.customer(strongest);
        Optional<ComputedJourney> computed = computed(journey, around);
        if (customer.isEmpty()) {
            return new Unexplained(journey.getJourneyId(), Names.of(strongest) + " names nobody any more");
        }
        if (computed.isEmpty()) {
            return new Unexplained(
                    journey.getJourneyId(),
                    "the events in Kafka do not give the journey " + journey.getJourneyId()
                            + ": streams has not read all of them yet, runs with other definitions, or Kafka has"
                            + " forgotten the oldest");
        }
        Identifiers order = new Identifiers(definitions.identity());
        return new Explained(JourneyReasons.of(journey, computed.get(), customer.get(), around, order));
    }

    private Optional<ComputedJourney> computed(Journey journey, Neighbourhood around) {
        long asOf = journey.getActiveUntil().toEpochMilli();
        return new Journeys(definitions)
                .of(around.evidence(), asOf).stream()
                        .filter(each -> each.journey().getJourneyId().equals(journey.getJourneyId()))
                        .findFirst();
    }
}
