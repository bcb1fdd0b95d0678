package io.journeystream.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TruthCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void it_says_how_right_customers_and_journeys_are() {
        int code = run("--persons", "200", "--days", "40", "--concerns", "18");

        assertThat(code).isZero();
        assertThat(out.toString())
                .containsPattern("one customer, all +[1-9]")
                .containsPattern("one journey +[1-9]")
                .containsPattern("nothing lacked: a fault of this program +0\n")
                .containsPattern("without shared mailboxes and borrowed telephones: precision [01]")
                .contains("had no evidence been withdrawn: precision ")
                .containsPattern("where identity is known: [1-9]\\d* concerns")
                .containsPattern("FCR by journey +\\d+\\.\\d %")
                .containsPattern("nothing: a fault of this program +0 ");
    }

    @Test
    void no_persons_are_refused() {
        assertThat(run("--persons", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--persons and --days must be at least 1, were 0 and 60");
    }

    @Test
    void persons_without_concerns_are_refused() {
        assertThat(run("--concerns", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--concerns must be more than 0, was 0.0");
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(out, true);
        return new CommandLine(new TruthCommand(writer))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
