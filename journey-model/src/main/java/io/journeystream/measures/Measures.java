package io.journeystream.measures;

import io.journeystream.contacts.Contact;
import io.journeystream.contacts.ContactLeg;
import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.TypeRules;
import io.journeystream.journeys.Containment;
import io.journeystream.journeys.Drivers;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.journeys.Maturity;
import io.journeystream.journeys.ResolutionBasis;
import io.journeystream.journeys.Switches;
import io.journeystream.journeys.Transition;
import io.journeystream.stitching.StitchedJourney;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All measures of one journey as of a watermark (docs/semantics.md, sections 6 and 7). */
public final class Measures {
    private final StitchedJourney journey;
    private final Cases cases;
    private final TypeRules rules;
    private final boolean matured;
    private final Resolution resolution;
    private final SwitchMeasure switches;
    private final Effort effort;

    /** Measures a journey; the watermark is in epoch milliseconds. */
    public Measures(StitchedJourney journey, Definitions definitions, long watermark) {
        this.journey = journey;
        this.cases = new Cases(journey.operations());
        this.rules = definitions.rules(journey.type());
        this.matured = watermark > maturesAfter();
        this.resolution = Resolution.of(journey, cases, matured, rules.assumeResolvedAfterSilence());
        this.switches = new SwitchMeasure(journey.inbound());
        this.effort = new Effort(journey.inbound(), switches, cases.reopenings(), definitions.effort());
    }

    /** The journey is matured for a watermark greater than this, epoch milliseconds. */
    public long maturesAfter() {
        long afterSilence = journey.activeUntil() + rules.gap().toMillis();
        if (!cases.anyOpen()) {
            return afterSilence;
        }
        long afterPatience = journey.touchedUntil() + rules.casePatience().toMillis();
        return Math.max(afterSilence, afterPatience);
    }

    public Maturity maturity() {
        return matured ? Maturity.MATURED : Maturity.PROVISIONAL;
    }

    public JourneyStatus status() {
        if (resolution.isResolved()) {
            return JourneyStatus.RESOLVED;
        }
        return matured ? JourneyStatus.UNRESOLVED : JourneyStatus.OPEN;
    }

    /** Null while nobody can know. */
    public @Nullable Boolean resolved() {
        return resolution.resolved();
    }

    public ResolutionBasis resolutionBasis() {
        return resolution.basis();
    }

    /** Null without an inbound contact and while nobody can know. */
    public @Nullable Boolean firstContactResolution() {
        if (journey.inbound().isEmpty() || resolution.resolved() == null) {
            return null;
        }
        return resolution.isResolved() && journey.inbound().size() == 1;
    }

    /** Milliseconds; null if not resolved or nobody knows when. */
    public @Nullable Long timeToResolution() {
        return resolution.timeToResolution(journey, cases);
    }

    /** Null unless the first inbound contact starts in self-service. */
    public @Nullable Containment containment() {
        return SelfService.containment(
                journey.inbound(), rules.containmentWindow().toMillis());
    }

    public Switches switches() {
        return switches.counts();
    }

    /** The way through the channels, edge by edge in order of first appearance. */
    public List<Transition> transitions() {
        return switches.transitions();
    }

    /** Millionths of the currency, of all contacts, outbound too. */
    public long costMicros() {
        return Effort.sum(journey.contacts(), Contact::costMicros);
    }

    /** Millionths of the currency, from the first forced or voluntary switch on. */
    public long switchCostMicros() {
        return switches.costMicros();
    }

    /** 0 to 100. */
    public double effort() {
        return effort.score();
    }

    /** 7, easy, to 1. */
    public double ease() {
        return effort.ease();
    }

    public Drivers drivers() {
        return effort.drivers();
    }

    /** 1 to 7; null without an answer. */
    public @Nullable Double ces() {
        return Surveys.ces(journey.answers());
    }

    /** 1 to 5; null without an answer. */
    public @Nullable Double csat() {
        return Surveys.csat(journey.answers());
    }

    /** 0 to 10; null without an answer. */
    public @Nullable Double nps() {
        return Surveys.nps(journey.answers());
    }

    /** Distinct channels of the inbound legs, in order of appearance. */
    public List<String> channels() {
        return List.copyOf(distinct(leg -> leg.channel().name()));
    }

    /** Number of distinct channel families. */
    public int channelCount() {
        return distinct(leg -> leg.channel().family()).size();
    }

    private Set<String> distinct(Function<ContactLeg, String> name) {
        return journey.inbound().stream()
                .flatMap(contact -> contact.legs().stream())
                .map(name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public int transfers() {
        return Effort.count(journey.inbound(), Contact::transfers);
    }

    public int abandons() {
        return Effort.count(journey.inbound(), Effort::abandons);
    }

    public int repeats() {
        return Math.max(0, journey.inbound().size() - 1);
    }

    public int reopenings() {
        return cases.reopenings();
    }

    public long waitMillis() {
        return Effort.sum(journey.inbound(), Contact::waitMillis);
    }

    public long holdMillis() {
        return Effort.sum(journey.inbound(), Contact::holdMillis);
    }

    public long handleMillis() {
        return Effort.sum(journey.inbound(), Contact::handleMillis);
    }
}
