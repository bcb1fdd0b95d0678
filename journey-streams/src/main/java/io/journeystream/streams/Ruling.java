package io.journeystream.streams;

import io.journeystream.definitions.PublishedDefinitions;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.StandingDefinitions.Heard;
import io.journeystream.registry.Decoded;
import io.journeystream.rejects.RejectReason;
import io.journeystream.streams.definitions.DefinitionsInForce;
import io.journeystream.streams.intake.Received.Refused;
import io.journeystream.streams.publishing.Publisher;
import io.journeystream.streams.publishing.Sweep;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** By which definitions a partition computes: when others come into force, all its customers are computed by them. */
final class Ruling {
    private static final Logger LOG = LoggerFactory.getLogger(Ruling.class);

    private final DefinitionsInForce inForce;
    private final Publisher publisher;
    private final Sweep sweep;

    Ruling(DefinitionsInForce inForce, Publisher publisher, Sweep sweep) {
        this.inForce = inForce;
        this.publisher = publisher;
        this.sweep = sweep;
    }

    /** Definitions that are known at start may be later than those in state. */
    void begin(StandingDefinitions known) {
        if (inForce.areReadOtherwise()) {
            sweep.begin();
        }
        hear(known).ifPresent(why -> LOG.warn("definitions of {} do not come into force: {}", known.by(), why));
    }

    /** A record of the topic of definitions; why it is refused, empty if it is not. */
    Optional<Refused> hear(Decoded<PublishedDefinitions> said) {
        if (!(said instanceof Decoded.Value<PublishedDefinitions> read)) {
            return Optional.of(new Refused(RejectReason.UNDECODABLE, "not definitions: " + said, null));
        }
        Heard heard = StandingDefinitions.read(read.value());
        Optional<String> wrong =
                heard instanceof Heard.Laid laid ? hear(laid.standing()) : mistakes((Heard.Wrong) heard);
        wrong.ifPresent(why ->
                LOG.warn("definitions of {} are refused: {}", read.value().getBy(), why));
        return wrong.map(why -> new Refused(RejectReason.INVALID, why, null));
    }

    private static Optional<String> mistakes(Heard.Wrong wrong) {
        return Optional.of(wrong.mistakes().stream().map(Object::toString).collect(Collectors.joining("; ")));
    }

    private Optional<String> hear(StandingDefinitions said) {
        DefinitionsInForce.Outcome outcome = inForce.hear(said);
        if (outcome instanceof DefinitionsInForce.Outcome.Changed changed) {
            LOG.info(
                    "definitions {} of {} hold from now on: all customers are computed by them",
                    changed.definitions().version(),
                    said.by());
            publisher.computeBy(changed.definitions());
            sweep.begin();
        }
        return outcome instanceof DefinitionsInForce.Outcome.Refused refused
                ? Optional.of(refused.why())
                : Optional.empty();
    }
}
