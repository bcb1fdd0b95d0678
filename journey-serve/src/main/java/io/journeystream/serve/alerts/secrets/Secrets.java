package io.journeystream.serve.alerts.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks up secrets, anew each time, so that one which is changed in its file holds at once. Whoever may write a
 * subscription may have any of these secrets sent to a target of theirs: only those that belong to alerts are looked at.
 */
public final class Secrets {
    private static final long LARGEST = 4 * 1024;
    private static final String OUTSIDE = " is not read: it is not below the directory with secrets, alerts.secrets";

    private final Function<String, @Nullable String> environment;
    private final @Nullable Path directory;

    /**
     * @param environment its variables by name
     * @param directory below which files with secrets lie; null if none are read
     */
    public Secrets(Function<String, @Nullable String> environment, @Nullable Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    /** Blanks around it are none of it. */
    public Found find(SecretPlace place) {
        return switch (place.kind()) {
            case ENVIRONMENT -> variable(place);
            case FILE -> file(place);
        };
    }

    private Found variable(SecretPlace place) {
        return found(place, environment.apply(place.name()), "is not set in the environment of this program");
    }

    /** What lies outside of the directory is not even looked for: nobody learns what files there are. */
    private Found file(SecretPlace place) {
        if (directory == null) {
            return new Found.Missing(
                    place + " is not read: this program was given no directory with secrets; alerts.secrets names it");
        }
        Path file = Path.of(place.name()).normalize();
        if (!file.startsWith(directory.toAbsolutePath().normalize())) {
            return new Found.Missing(place + OUTSIDE);
        }
        try {
            return content(place, file.toRealPath(), directory.toRealPath());
        } catch (NoSuchFileException e) {
            return new Found.Missing(place + " does not exist");
        } catch (IOException e) {
            return new Found.Missing(place + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static Found content(SecretPlace place, Path file, Path directory) throws IOException {
        if (!file.startsWith(directory)) {
            return new Found.Missing(place + OUTSIDE);
        }
        if (Files.size(file) > LARGEST) {
            return new Found.Missing(place + " is too large for a secret");
        }
        return found(place, Files.readString(file, StandardCharsets.UTF_8), "is empty");
    }

    private static Found found(SecretPlace place, @Nullable String value, String ifNot) {
        return value == null || value.isBlank()
                ? new Found.Missing(place + " " + ifNot)
                : new Found.Secret(value.strip());
    }
}
