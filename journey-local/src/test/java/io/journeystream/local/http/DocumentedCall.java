package io.journeystream.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a page tells people to type, and what it says comes of it.
 *
 * @param answer lines, each of which is to be found in what comes
 */
public record DocumentedCall(String command, String answer) {
    private static final Pattern CALL = Pattern.compile("```bash\n(.*?)\n```\n\n```\n(.*?)\n```", Pattern.DOTALL);

    /** Those of a page, in order. */
    public static List<DocumentedCall> of(String page) {
        return CALL.matcher(page)
                .results()
                .map(call -> new DocumentedCall(call.group(1), call.group(2)))
                .toList();
    }

    public DocumentedCall replacing(String text, String other) {
        return new DocumentedCall(command.replace(text, other), answer);
    }

    /** Types it in a directory, and gives all that it says. */
    public String say(Path directory, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        shell.environment().putAll(environment);
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
