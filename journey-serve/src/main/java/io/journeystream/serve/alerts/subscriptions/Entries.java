package io.journeystream.serve.alerts.subscriptions;

import io.journeystream.alerts.WrittenSubscription;
import io.journeystream.definitions.yaml.Mistake;
import io.journeystream.definitions.yaml.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that teams have written down and that holds, in the order of ids.
 *
 * @param unreadable by id, why what is kept there means nothing: nobody is told anything by it
 */
public record Entries(List<Subscription> subscriptions, List<Silence> silences, Map<String, String> unreadable) {

    public Entries {
        subscriptions = List.copyOf(subscriptions);
        silences = List.copyOf(silences);
        unreadable = Map.copyOf(unreadable);
    }

    /**
     * What they mean.
     *
     * @param target reads {@code to:} of subscriptions, and reports its mistakes
     */
    public static Entries of(Collection<WrittenSubscription> written, Consumer<Section> target) {
        List<Subscription> subscriptions = new ArrayList<>();
        List<Silence> silences = new ArrayList<>();
        Map<String, String> unreadable = new TreeMap<>();
        written.stream()
                .sorted(Comparator.comparing(WrittenSubscription::getId))
                .forEach(each -> {
                    EntryFile.Read read = EntryFile.read(each.getId(), each.getContent(), target, each.getWrittenAt());
                    if (read.entry() instanceof Subscription subscription) {
                        subscriptions.add(subscription);
                    } else if (read.entry() instanceof Silence silence) {
                        silences.add(silence);
                    } else {
                        unreadable.put(each.getId(), told(read.mistakes()));
                    }
                });
        return new Entries(subscriptions, silences, unreadable);
    }

    private static String told(List<Mistake> mistakes) {
        return mistakes.stream().map(Mistake::toString).collect(Collectors.joining("; "));
    }

    /** The one of that id; empty if there is none that can be read. */
    public Optional<Entry> find(String id) {
        return all().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** The subscription of that id; empty if there is none that can be read. */
    public Optional<Subscription> subscription(String id) {
        return subscriptions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Subscriptions, then silences. */
    public Stream<Entry> all() {
        return Stream.concat(subscriptions.stream(), silences.stream());
    }
}
