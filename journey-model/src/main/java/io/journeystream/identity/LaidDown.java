package io.journeystream.identity;

import io.journeystream.events.Identifier;
import io.journeystream.events.Utf8Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands of the commands about identity: of all about the same pair or identifier the one with the greatest
 * (at, id), in whatever order they come (docs/semantics.md, section 3).
 */
public final class LaidDown {
    private static final Comparator<IdentityCommand> LATEST =
            Comparator.comparing(IdentityCommand::getAt).thenComparing(IdentityCommand::getId, Utf8Order::compare);

    private final Identifiers order;
    private final Map<Pair, IdentityCommand> ofPairs = new HashMap<>();
    private final Map<Identifier, IdentityCommand> ofIdentifiers = new HashMap<>();
    private final List<Erasure> erasures = new ArrayList<>();

    public LaidDown(Identifiers order) {
        this.order = order;
    }

    /** One more; one that cannot be obeyed says nothing here, nor does one to erase: that is done, and not a word. */
    public void add(IdentityCommand command) {
        if (Commands.wrong(command) != null || command.getKind() == IdentityCommandKind.ERASE) {
            return;
        }
        Identifier other = command.getOther();
        if (other == null) {
            ofIdentifiers.merge(command.getIdentifier(), command, LaidDown::later);
        } else {
            ofPairs.merge(Pair.of(command.getIdentifier(), other, order), command, LaidDown::later);
        }
    }

    /** An identifier was erased, as streams has told. */
    public void add(Erasure erasure) {
        erasures.add(erasure);
    }

    private static IdentityCommand later(IdentityCommand one, IdentityCommand other) {
        return LATEST.compare(one, other) >= 0 ? one : other;
    }

    /** The command about the pair that holds; empty if there was none. */
    public Optional<IdentityCommand> about(Pair pair) {
        return Optional.ofNullable(ofPairs.get(pair));
    }

    /** The command about the identifier that holds; empty if there was none. */
    public Optional<IdentityCommand> about(Identifier identifier) {
        return Optional.ofNullable(ofIdentifiers.get(identifier));
    }

    /** The commands that hold and speak of any of these, in the order of their times. */
    public List<IdentityCommand> aboutAny(Set<Identifier> identifiers) {
        Set<IdentityCommand> holding = new HashSet<>(ofPairs.values());
        holding.addAll(ofIdentifiers.values());
        return holding.stream()
                .filter(command -> identifiers.contains(command.getIdentifier())
                        || (command.getOther() != null && identifiers.contains(command.getOther())))
                .sorted(LATEST)
                .toList();
    }

    /** What all that makes of evidence. */
    public StandingFacts facts() {
        return new StandingFacts(
                of(ofPairs, IdentityCommandKind.WITHDRAW),
                of(ofIdentifiers, IdentityCommandKind.BLOCK),
                of(ofIdentifiers, IdentityCommandKind.UNBLOCK),
                Erasures.of(erasures));
    }

    private static <K> Set<K> of(Map<K, IdentityCommand> commands, IdentityCommandKind kind) {
        Set<K> about = new HashSet<>();
        commands.forEach((key, command) -> {
            if (command.getKind() == kind) {
                about.add(key);
            }
        });
        return about;
    }
}
