package io.journeystream.serve.alerts.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String SECRET = "hush-hush-hush";

    @TempDir
    private Path directory;

    @Test
    void a_variable_of_the_environment_is_a_place() {
        assertThat(with(Map.of("ALERT_SLACK", SECRET + "\n")).find(place("env:ALERT_SLACK")))
                .isEqualTo(new Found.Secret(SECRET));
    }

    @Test
    void a_secret_does_not_show_itself() {
        assertThat(new Found.Secret(SECRET)).asString().doesNotContain(SECRET);
    }

    @Test
    void a_file_below_the_directory_is_a_place_and_is_read_anew_each_time() throws Exception {
        Path file = Files.writeString(directory.resolve("slack"), SECRET + "\n");
        Secrets secrets = with(Map.of());
        assertThat(secrets.find(place("file:" + file))).isEqualTo(new Found.Secret(SECRET));

        Files.writeString(file, "another-secret");

        assertThat(secrets.find(place("file:" + file))).isEqualTo(new Found.Secret("another-secret"));
    }

    @Test
    void what_is_missing_is_said_with_its_place() {
        assertThat(with(Map.of()).find(place("env:ALERT_SLACK")))
                .isEqualTo(new Found.Missing("env:ALERT_SLACK is not set in the environment of this program"));
        assertThat(with(Map.of()).find(place("file:" + directory + "/none")))
                .isEqualTo(new Found.Missing("file:" + directory + "/none does not exist"));
    }

    /** Or who may write a subscription could have any file of this machine sent to a server of theirs. */
    @Test
    void no_other_file_is_read_and_nobody_learns_whether_it_exists() throws Exception {
        Path outside = Files.createTempFile("outside", ".txt");
        Path link = Files.createSymbolicLink(directory.resolve("link"), outside);
        Files.writeString(outside, SECRET);
        Secrets secrets = with(Map.of());

        for (String path : new String[] {
            outside.toString(), "/no/such/file", directory + "/../" + outside.getFileName(), link.toString()
        }) {
            assertThat(secrets.find(place("file:" + path)))
                    .isEqualTo(new Found.Missing("file:" + path
                            + " is not read: it is not below the directory with secrets, alerts.secrets"));
        }
        assertThat(new Secrets(name -> null, null).find(place("file:" + outside)))
                .isInstanceOf(Found.Missing.class);
        Files.delete(outside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:PATH", "env:", "env:ALERT_", "env:alert_slack", "file:relative", "file:", "hush", ""})
    void what_is_no_place_of_ours_is_none(String text) {
        assertThat(SecretPlace.parse(text)).isEmpty();
    }

    private Secrets with(Map<String, String> environment) {
        return new Secrets(environment::get, directory);
    }

    private static SecretPlace place(String text) {
        return SecretPlace.parse(text).orElseThrow();
    }
}
