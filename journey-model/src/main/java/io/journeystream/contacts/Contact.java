package io.journeystream.contacts;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.journeys.TerminalClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One contact of a customer, after abandon join (docs/semantics.md, section 4). Instants are epoch milliseconds,
 * lengths milliseconds, money millionths of the currency.
 */
public final class Contact {
    private final List<Attempt> attempts;
    private final List<ContactLeg> legs;
    private final List<ChannelEvent> events;
    private final ActionCounts actions;
    private final Map<String, String> references;
    private final Map<String, String> attributes;
    private final long end;
    private final @Nullable String intent;
    private final @Nullable TerminalClass terminalClass;

    /** Puts attempts together, of which each but the last was given up; at least one. */
    Contact(List<Attempt> attempts) {
        this.attempts = List.copyOf(attempts);
        this.legs = all(Attempt::legs);
        this.events = all(Attempt::events);
        this.actions = new ActionCounts(events);
        this.references = union(events, ChannelEvent::getReferences);
        this.attributes = union(events, ChannelEvent::getAttributes);
        this.end = last().end();
        this.intent = lastIntent(attempts);
        this.terminalClass = TerminalClasses.of(isInbound(), legs, actions, intent, isAbandoned());
    }

    private <T> List<T> all(Function<Attempt, List<T>> part) {
        if (attempts.size() == 1) {
            return part.apply(first());
        }
        List<T> all = new ArrayList<>();
        attempts.forEach(attempt -> all.addAll(part.apply(attempt)));
        return all;
    }

    private static Map<String, String> union(
            List<ChannelEvent> events, Function<ChannelEvent, Map<String, String>> part) {
        Map<String, String> union = Map.of();
        for (ChannelEvent event : events) {
            Map<String, String> more = part.apply(event);
            if (!more.isEmpty()) {
                union = union.isEmpty() ? new TreeMap<>() : union;
                union.putAll(more);
            }
        }
        return union;
    }

    private static @Nullable String lastIntent(List<Attempt> attempts) {
        for (int i = attempts.size() - 1; i >= 0; i--) {
            String intent = attempts.get(i).intent();
            if (intent != null) {
                return intent;
            }
        }
        return null;
    }

    private Attempt first() {
        return attempts.get(0);
    }

    private Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    public String source() {
        return first().source();
    }

    /** Root id in its source; of a joined contact that of the first attempt. */
    public String contactId() {
        return first().contactId();
    }

    /** All contact ids by which a survey may name this contact: the roots and all that was folded into them. */
    public Set<String> ids() {
        if (attempts.size() == 1) {
            return first().ids();
        }
        Set<String> ids = new LinkedHashSet<>();
        attempts.forEach(attempt -> ids.addAll(attempt.ids()));
        return ids;
    }

    public boolean isInbound() {
        return first().direction() == Direction.INBOUND;
    }

    public long start() {
        return first().start();
    }

    /** An attempt begins when the one before has ended, so the last one ends last. */
    public long end() {
        return end;
    }

    /** The last one known; null if none is. */
    public @Nullable String intent() {
        return intent;
    }

    public Map<String, String> references() {
        return references;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    /** At least one, in order. */
    public List<ContactLeg> legs() {
        return legs;
    }

    /** All its events, in order, attempt by attempt. */
    public List<ChannelEvent> events() {
        return events;
    }

    /** Whether the customer gave up, and did not come back soon. */
    public boolean isAbandoned() {
        return last().abandoned();
    }

    /** Attempts given up before the last. */
    public int abandons() {
        return attempts.size() - 1;
    }

    public long waitMillis() {
        return sum(Attempt::waitMillis);
    }

    public long holdMillis() {
        return sum(Attempt::holdMillis);
    }

    public long handleMillis() {
        return sum(Attempt::handleMillis);
    }

    private long sum(ToLongFunction<Attempt> length) {
        long sum = 0;
        for (Attempt attempt : attempts) {
            sum += length.applyAsLong(attempt);
        }
        return sum;
    }

    public long costMicros() {
        long sum = 0;
        for (ContactLeg leg : legs) {
            sum += leg.costMicros();
        }
        return sum;
    }

    public int transfers() {
        return count(Action.TRANSFERRED);
    }

    public int count(Action action) {
        return actions.of(action);
    }

    public boolean has(Action action) {
        return actions.any(action);
    }

    /** Employees who took part, in order of appearance. */
    public Set<String> agentIds() {
        Set<String> agents = new LinkedHashSet<>();
        events.stream().map(ChannelEvent::getAgentId).filter(Objects::nonNull).forEach(agents::add);
        return agents;
    }

    /** Whether any of its legs is assisted. */
    public boolean hasAssistedLeg() {
        return ContactLeg.anyAssisted(legs);
    }

    /** How it ended; null unless it is inbound and begins in self-service. */
    public @Nullable TerminalClass terminalClass() {
        return terminalClass;
    }
}
