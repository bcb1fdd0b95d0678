package io.journeystream.alerts;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.definitions.yaml.Mistake;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules that hold: those of the definitions, and in their place those written beside them.
 *
 * @param definitions by which they are asked
 * @param rules one of each name
 * @param unreadable names of rules that were written and cannot be asked: what fires by them is left alone
 * @param mistakes why they cannot
 */
public record StandingRules(
        Definitions definitions, List<AlertRule> rules, Set<String> unreadable, List<Mistake> mistakes) {
    public StandingRules {
        rules = List.copyOf(rules);
        unreadable = Set.copyOf(unreadable);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * All of them.
     *
     * @param beside in the place of those of the definitions with the same name
     */
    public static StandingRules of(WrittenDefinitions written, Collection<WrittenRule> beside) {
        Map<String, AlertRule> rules = new LinkedHashMap<>();
        Set<String> unreadable = new HashSet<>();
        List<Mistake> mistakes = new ArrayList<>();
        byte[] content = written.content().getBytes(StandardCharsets.UTF_8);
        List<AlertRules.Read> all = new ArrayList<>();
        all.add(AlertRules.read("journeys.yaml", content, written.definitions()));
        beside.forEach(each -> all.add(AlertRules.file(each.getName(), each.getContent(), written.definitions())));
        for (AlertRules.Read read : all) {
            read.rules().forEach(rule -> rules.put(rule.name(), rule));
            unreadable.addAll(read.mistaken());
            mistakes.addAll(read.mistakes());
        }
        return new StandingRules(written.definitions(), new ArrayList<>(rules.values()), unreadable, mistakes);
    }

    /** The same, when others were written that cannot even be decoded. */
    public StandingRules besides(Set<String> undecodable) {
        Set<String> all = new HashSet<>(unreadable);
        all.addAll(undecodable);
        return new StandingRules(definitions, rules, all, mistakes);
    }
}
