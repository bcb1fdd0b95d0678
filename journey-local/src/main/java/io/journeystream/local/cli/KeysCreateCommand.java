package io.journeystream.local.cli;

import io.journeystream.local.Failure;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.runtime.keys.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Prints the key to standard error, and its line for the file to standard output, so that {@code >>} keeps it. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Makes a key of 256 random bits. The key itself is shown once, on standard error, and kept nowhere; the"
                    + " line for the file of keys, with its hash, goes to standard output. With --key-file the key is"
                    + " one that was made elsewhere, and is not shown.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./journey keys create acd --source acd >> keys.txt",
            "  ./journey keys create ada --scope identity:read --scope identity:write >> keys.txt",
            "  ./journey keys create billing --scope alerts:read --scope alerts:write --team billing >> keys.txt"
        })
final class KeysCreateCommand implements Callable<Integer> {
    private static final int LEAST_LENGTH = 32;
    private static final Path STANDARD_INPUT = Path.of("-");

    private final Console console;

    @Parameters(paramLabel = "NAME", description = "Whose key it is.")
    private String name = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            converter = ScopeName.class,
            description = "events:write (default), identity:read, identity:write, alerts:read, alerts:write,"
                    + " feeds:read or monitoring:read; may be given again and again.")
    private Set<Scope> scopes = new LinkedHashSet<>();

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "A source whose events the key may write; may be given often. Without it, all.")
    private Set<String> sources = new LinkedHashSet<>();

    @Option(
            names = "--team",
            paramLabel = "TEAM",
            description = "A team whose subscriptions the key may change; may be given often. Without it, all.")
    private Set<String> teams = new LinkedHashSet<>();

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "File with a key of at least 32 characters, such as a secret of a container platform; - for"
                    + " standard input.")
    private @Nullable Path keyFile;

    KeysCreateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Set<Scope> allowed = scopes.isEmpty() ? EnumSet.of(Scope.EVENTS_WRITE) : scopes;
        String secret = keyFile == null ? shown(ApiKey.newSecret()) : given(keyFile);
        ApiKey key = new ApiKey(name, ApiKey.hashOf(secret), allowed, sources, teams);
        console.out().println(key.line());
        console.out().flush();
        return ExitCodes.DONE;
    }

    private String shown(String secret) {
        console.err().println("The key, shown this once: " + secret);
        return secret;
    }

    private static String given(Path file) {
        try {
            byte[] content = file.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(file);
            String secret = new String(content, StandardCharsets.UTF_8).strip();
            if (secret.length() < LEAST_LENGTH) {
                throw new Failure("the key in " + file + " has " + secret.length() + " characters: it needs at least "
                        + LEAST_LENGTH + " that nobody can guess, such as those of openssl rand -base64 32");
            }
            return secret;
        } catch (IOException e) {
            throw new Failure("the key in " + file + " cannot be read: does the file exist?", e);
        }
    }

    /** Says which scopes there are. */
    static final class ScopeName implements ITypeConverter<Scope> {
        @Override
        public Scope convert(String text) {
            try {
                return Scope.of(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
