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

    Contact(List<Attempt> attempts) {
        this.attempts = List.copyOf(attempts);
        this.legs = all(Attempt::legs);
        this.events = all(Attempt::events);
    }

    private <T> List<T> all(Function<Attempt, List<T>> part) {
        if (attempts.size() == 1) {
            return part.apply(first());
        }
        List<T> all = new ArrayList<>();
        attempts.forEach(attempt -> all.addAll(part.apply(attempt)));
        return all;
    }

    private Attempt first() {
        return attempts.get(0);
    }

    private Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    List<Attempt> attempts() {
        return attempts;
    }

    public String source() {
        return first().source();
    }

    /** Root id in its source; of a joined contact that of the first attempt. */
    public String contactId() {
        return first().contactId();
    }

    /** Whether a survey that names this contact id means this contact. */
    public boolean isNamed(String contactId) {
        return attempts.stream().anyMatch(attempt -> attempt.ids().contains(contactId));
    }

    public boolean isInbound() {
        return first().events().get(0).getDirection() == Direction.INBOUND;
    }

    public long start() {
        return first().start();
    }

    public long end() {
        return attempts.stream().mapToLong(Attempt::end).max().orElseThrow();
    }

    /** The last one known; null if none is. */
    public @Nullable String intent() {
        for (int i = attempts.size() - 1; i >= 0; i--) {
            String intent = attempts.get(i).intent();
            if (intent != null) {
                return intent;
            }
        }
        return null;
    }

    public Map<String, String> references() {
        return union(ChannelEvent::getReferences);
    }

    public Map<String, String> attributes() {
        return union(ChannelEvent::getAttributes);
    }

    private Map<String, String> union(Function<ChannelEvent, Map<String, String>> part) {
        Map<String, String> union = new TreeMap<>();
        events.forEach(event -> union.putAll(part.apply(event)));
        return union;
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
        return attempts.stream().mapToLong(length).sum();
    }

    public long costMicros() {
        return legs.stream().mapToLong(ContactLeg::costMicros).sum();
    }

    public int transfers() {
        return count(Action.TRANSFERRED);
    }

    public int count(Action action) {
        return ContactEvents.count(events, action);
    }

    public boolean has(Action action) {
        return ContactEvents.any(events, action);
    }

    /** Employees who took part, in order of appearance. */
    public Set<String> agentIds() {
        Set<String> agents = new LinkedHashSet<>();
        events.stream().map(ChannelEvent::getAgentId).filter(Objects::nonNull).forEach(agents::add);
        return agents;
    }

    /** How it ended; null unless it is inbound and begins in self-service. */
    public @Nullable TerminalClass terminalClass() {
        return TerminalClasses.of(this);
    }
}
