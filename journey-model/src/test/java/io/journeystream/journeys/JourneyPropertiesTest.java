package io.journeystream.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystream.contacts.Contact;
import io.journeystream.contacts.Contacts;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.identity.Customer;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.StandingFacts;
import io.journeystream.stories.RandomStories;
import io.journeystream.stories.Story;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds whatever happened; a failure names the seed of the story. */
class JourneyPropertiesTest {
    private static final int STORIES = 400;
    private static final long WATERMARK = 1_790_000_000_000L;

    private static void inEveryStory(Consumer<Story> holds) {
        for (long seed = 0; seed < STORIES; seed++) {
            try {
                holds.accept(RandomStories.of(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("in the story of seed " + seed, e);
            }
        }
    }

    private static void inEveryJourney(Consumer<Journey> holds) {
        inEveryStory(story -> story.journeys().forEach(holds));
    }

    private static List<Journey> journeysOf(List<Event> events) {
        return new Journeys(RandomStories.DEFINITIONS)
                .of(events, WATERMARK).stream()
                        .map(ComputedJourney::journey)
                        .sorted(Comparator.comparing(Journey::getJourneyId))
                        .toList();
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        inEveryStory(story -> {
            List<Event> shuffled = new ArrayList<>(story.events());
            Collections.shuffle(shuffled, new Random(story.events().size()));
            assertThat(journeysOf(shuffled)).isEqualTo(journeysOf(story.events()));
        });
    }

    @Test
    void journeysAreNamedApart() {
        inEveryStory(story ->
                assertThat(story.journeys()).extracting(Journey::getJourneyId).doesNotHaveDuplicates());
    }

    @Test
    void everyInboundContactIsInExactlyOneJourney() {
        inEveryStory(story -> {
            List<String> joined = story.journeys().stream()
                    .flatMap(journey -> journey.getContacts().stream()
                            .filter(contact -> contact.getDirection() == ContactDirection.INBOUND)
                            .map(contact -> journey.getCustomerId() + contact.getSource() + contact.getContactId()))
                    .toList();
            assertThat(joined).containsExactlyInAnyOrderElementsOf(inboundContacts(story));
        });
    }

    private static List<String> inboundContacts(Story story) {
        List<String> contacts = new ArrayList<>();
        for (Customer customer : new EvidenceGraph(
                        story.events(), RandomStories.DEFINITIONS.identity(), StandingFacts.NONE)
                .customers()) {
            List<ChannelEvent> events = customer.events().stream()
                    .flatMap(event -> event instanceof Event.Channel channel ? Stream.of(channel.avro()) : Stream.of())
                    .toList();
            new Contacts(RandomStories.DEFINITIONS)
                    .add(events).contacts().stream()
                            .filter(Contact::isInbound)
                            .map(contact -> customer.customerId() + contact.source() + contact.contactId())
                            .forEach(contacts::add);
        }
        return contacts;
    }

    @Test
    void noEventIsInTwoJourneys() {
        inEveryStory(story -> assertThat(story.computed().stream().flatMap(journey -> journey.events().stream()))
                .doesNotHaveDuplicates());
    }

    @Test
    void aJourneyCostsWhatItsLegsCost() {
        inEveryJourney(journey -> assertThat(journey.getCost())
                .isEqualByComparingTo(sum(journey, contact -> sum(contact.getLegs().stream(), Leg::getCost))));
    }

    private static BigDecimal sum(Journey journey, Function<JourneyContact, BigDecimal> of) {
        return sum(journey.getContacts().stream(), of);
    }

    private static <T> BigDecimal sum(Stream<T> parts, Function<T, BigDecimal> of) {
        return parts.map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void whatIsVerifiedIsContained() {
        inEveryJourney(journey -> {
            Containment containment = journey.getContainment();
            assertThat(containment == null || containment.getContained() || !containment.getVerified())
                    .isTrue();
        });
    }

    @Test
    void effortStaysOnItsScaleAndItsSharesAreOfTheWhole() {
        inEveryJourney(journey -> {
            double shares = drivers(journey).mapToDouble(Driver::getShare).sum();
            assertThat(journey.getEffort()).isBetween(0.0, 100.0);
            assertThat(shares).isCloseTo(journey.getEffort() == 0 ? 0 : 1, within(1e-9));
        });
    }

    private static Stream<Driver> drivers(Journey journey) {
        Drivers drivers = journey.getDrivers();
        return drivers.getSchema().getFields().stream().map(field -> (Driver) drivers.get(field.pos()));
    }

    @Test
    void effortIsNothingOnlyWhereNoDriverIs() {
        inEveryJourney(journey -> {
            DoubleStream amounts = drivers(journey).mapToDouble(Driver::getValue);
            assertThat(journey.getEffort() == 0).isEqualTo(amounts.allMatch(amount -> amount == 0));
        });
    }

    @Test
    void theStatusFollowsFromResolutionAndMaturity() {
        inEveryJourney(journey -> {
            boolean resolved = Boolean.TRUE.equals(journey.getResolved());
            boolean matured = journey.getMaturity() == Maturity.MATURED;
            JourneyStatus expected = matured ? JourneyStatus.UNRESOLVED : JourneyStatus.OPEN;
            assertThat(journey.getStatus()).isEqualTo(resolved ? JourneyStatus.RESOLVED : expected);
            assertThat(journey.getResolved() != null || !matured).isTrue();
        });
    }

    @Test
    void whenTimePassesNothingButMaturityAndItsConsequencesChanges() {
        inEveryStory(story -> {
            for (ComputedJourney computed : story.computed()) {
                boolean matured = computed.journey().getMaturity() == Maturity.MATURED;
                Journey later = after(story, computed);
                assertThat(later.getMaturity()).isEqualTo(Maturity.MATURED);
                assertThat(later.getEffort()).isEqualTo(computed.journey().getEffort());
                assertThat(later.getContacts()).isEqualTo(computed.journey().getContacts());
                assertThat(matured && !later.equals(computed.journey())).isFalse();
            }
        });
    }

    private static Journey after(Story story, ComputedJourney journey) {
        return new Journeys(RandomStories.DEFINITIONS)
                .of(story.events(), journey.maturesAfter() + 1).stream()
                        .map(ComputedJourney::journey)
                        .filter(later ->
                                later.getJourneyId().equals(journey.journey().getJourneyId()))
                        .findFirst()
                        .orElseThrow();
    }
}
