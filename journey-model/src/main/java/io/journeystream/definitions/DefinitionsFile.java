package io.journeystream.definitions;

import io.journeystream.definitions.yaml.Mistake;
import io.journeystream.definitions.yaml.Mistakes;
import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import io.journeystream.definitions.yaml.YamlDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code journeys.yaml}, as docs/definitions.md describes it, and validates it as a whole. */
public final class DefinitionsFile {
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private DefinitionsFile() {}

    /**
     * The definitions in a file, or every mistake in it. A file that cannot be read at all has that as its one mistake.
     * Places carry the path as it is given.
     */
    public static Reading read(Path file) {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            String why = Files.exists(file) ? "cannot be read: " + e.getMessage() : "does not exist";
            return new Reading.Invalid(List.of(new Mistake(file.toString(), 1, 1, "the file " + why)));
        }
    }

    /**
     * The definitions in the content of a file. Content without any setting gives {@link Definitions#STANDARD}.
     *
     * @param name of the file, for the places of mistakes
     * @param content in UTF-8
     */
    public static Reading parse(String name, byte[] content) {
        Mistakes mistakes = new Mistakes(name);
        Definitions definitions =
                definitions(YamlDocument.read(content, mistakes).section());
        List<Mistake> found = mistakes.inOrder();
        return found.isEmpty()
                ? new Reading.Read(new WrittenDefinitions(
                        new String(content, StandardCharsets.UTF_8), Fingerprint.seal(definitions)))
                : new Reading.Invalid(found);
    }

    private static Definitions definitions(Section file) {
        TypeRules defaults = RulesReader.defaults(file.get("defaults").section());
        Definitions definitions = new Definitions(
                Definitions.STANDARD.version(),
                currency(file.get("currency")),
                ChannelsReader.read(file.get("channels").section()),
                new JourneysReader(defaults).read(file.get("journeys")),
                defaults,
                RulesReader.identity(file.get("identity").section()),
                RulesReader.stitching(file.get("stitching").section()),
                RulesReader.effort(file.get("effort").section()),
                RulesReader.dimensions(file.get("health").section()));
        file.get("alerts"); // read by whoever raises them: they change no journey
        file.finish();
        return definitions;
    }

    private static String currency(Value value) {
        return value.read(
                text -> Optional.of(text).filter(CURRENCIES::contains),
                "an ISO 4217 code such as USD",
                Definitions.STANDARD.currency());
    }
}
