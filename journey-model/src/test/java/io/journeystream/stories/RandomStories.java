package io.journeystream.stories;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Action;
import io.journeystream.events.Instrument;
import io.journeystream.events.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Stories that nobody would make up: few customers, little time, everything at once. The seed tells the story. */
public final class RandomStories {
    /** What holds in all of them. */
    public static final Definitions DEFINITIONS = Settings.channels(
            Settings.priced("ivr", "0.10", "0.05", "1"),
            Settings.priced("web", "0.01", "0", "1"),
            Settings.priced("phone", "1.50", "0.95", "1"),
            Settings.priced("chat", "0", "0.333333", "3"));

    private static final List<String> CUSTOMERS = List.of("ada", "bob");
    private static final List<String> CHANNELS = List.of("ivr", "phone", "web", "chat", "email", "bot");
    private static final List<String> SOURCES = List.of("source", "other");
    private static final List<Duration> STEPS =
            List.of(Duration.ZERO, Times.seconds(1), Times.minutes(1), Times.minutes(12), Times.hours(7));

    private final Random random;
    private final Duration pace;
    private final Story story = Story.under(DEFINITIONS);

    private RandomStories(long seed) {
        this.random = new Random(seed);
        this.pace = oneOf(List.of(Times.minutes(5), Times.hours(2), Times.days(1)));
    }

    public static Story of(long seed) {
        return new RandomStories(seed).tell();
    }

    private Story tell() {
        for (int i = random.nextInt(8); i >= 0; i--) {
            contact(i);
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            embellish(story.operation(oneOf(CUSTOMERS), oneOf(List.of(Operation.values())), Times.at(sometime())));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            survey();
        }
        return story.tick(sometime().plus(Times.days(random.nextInt(60))));
    }

    private Duration sometime() {
        return pace.multipliedBy(random.nextInt(12));
    }

    private void contact(int number) {
        ContactStory contact = story.contact(oneOf(CUSTOMERS), oneOf(CHANNELS), Times.at(sometime()));
        contact.named("k" + number);
        embellish(contact);
        if (random.nextInt(5) == 0) {
            contact.partOf("k" + random.nextInt(8));
        }
        if (random.nextInt(8) == 0) {
            contact.outbound();
        }
        for (int i = random.nextInt(5); i >= 0; i--) {
            act(contact);
        }
    }

    private void act(ContactStory contact) {
        if (random.nextInt(4) == 0) {
            contact.on(oneOf(CHANNELS));
        }
        Duration length = random.nextInt(3) == 0 ? oneOf(STEPS) : null;
        contact.does(oneOf(List.of(Action.values())), length).after(oneOf(STEPS));
        if (random.nextInt(4) == 0) {
            contact.feeling(random.nextInt(5) / 2.0 - 1);
        }
    }

    private void survey() {
        SurveyStory survey = story.survey(oneOf(CUSTOMERS), oneOf(List.of(Instrument.values())), Times.at(sometime()));
        embellish(survey);
        survey.scored(1 + random.nextInt(5), 1, 5);
        if (random.nextBoolean()) {
            survey.saysResolved(random.nextBoolean());
        }
        if (random.nextInt(3) == 0) {
            survey.onContact("k" + random.nextInt(8));
        }
    }

    private void embellish(Facts<?> facts) {
        facts.from(oneOf(SOURCES)).sequence(random.nextInt(2));
        if (random.nextInt(3) > 0) {
            facts.about(oneOf(List.of("billing", "moving")));
        }
        if (random.nextInt(3) == 0) {
            facts.reference(oneOf(List.of("case", "order")), "" + random.nextInt(2));
        }
        facts.attribute("x", "" + random.nextInt(3));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
