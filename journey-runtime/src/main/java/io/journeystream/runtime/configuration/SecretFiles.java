package io.journeystream.runtime.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Replaces {@code x-file} by {@code x}, the text in that file, for every secret {@code x}. */
final class SecretFiles {
    private final Catalogue catalogue;
    private final Map<String, Given> holding;
    private final List<Mistake> mistakes;

    SecretFiles(Catalogue catalogue, Map<String, Given> holding, List<Mistake> mistakes) {
        this.catalogue = catalogue;
        this.holding = holding;
        this.mistakes = mistakes;
    }

    /** Whether the key names a file with a secret of one of Kafka's clients. */
    static boolean isOfKafka(String key, KafkaDefinitions kafka) {
        return KafkaKey.isOne(key) && key.endsWith(Setting.OF_FILE) && kafka.isSecret(KafkaKey.of(secretOf(key)));
    }

    void resolve() {
        List<Given> files =
                holding.values().stream().filter(given -> isFile(given.key())).toList();
        for (Given file : files) {
            holding.remove(file.key());
            resolve(file, secretOf(file.key()));
        }
    }

    private boolean isFile(String key) {
        return key.endsWith(Setting.OF_FILE)
                && (isOfKafka(key, catalogue.kafka()) || catalogue.find(key).isPresent());
    }

    private void resolve(Given file, String secret) {
        Given plain = holding.get(secret);
        if (plain != null) {
            mistakes.add(new Mistake(
                    file.place(),
                    file.key() + " and " + secret + " (" + plain.place() + ") are both given; leave one"));
            return;
        }
        try {
            String text = Files.readString(Path.of(file.value().strip())).replaceFirst("\\R+\\z", "");
            if (text.isEmpty()) {
                mistakes.add(new Mistake(file.place(), file.key() + ": the file is empty"));
            } else {
                holding.put(secret, new Given(secret, text, file.place()));
            }
        } catch (IOException | InvalidPathException e) {
            mistakes.add(new Mistake(
                    file.place(),
                    file.key() + " must name a file that can be read ("
                            + e.getClass().getSimpleName() + ")"));
        }
    }

    private static String secretOf(String keyOfFile) {
        return keyOfFile.substring(0, keyOfFile.length() - Setting.OF_FILE.length());
    }
}
