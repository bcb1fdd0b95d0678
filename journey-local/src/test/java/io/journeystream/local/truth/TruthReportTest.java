package io.journeystream.local.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TruthReportTest {
    private final World world = new World();

    @Test
    void contacts_that_a_login_ties_are_right() {
        TruthReport report = world.contact("ann", "cookie:c")
                .contact("ann", "phone:1")
                .contact("ann", "account:a", "cookie:c")
                .contact("ann", "account:a", "phone:1")
                .report();

        assertThat(report.pairs()).isEqualTo(new PairCounts(6, 6, 6));
        assertThat(report.sufficing()).isEqualTo(new PairCounts(6, 6, 6));
        assertThat(report.journeys()).isEqualTo(new PairCounts(6, 6, 6));
        assertThat(report.matched().share()).isEqualTo(1.0);
        assertThat(report.falseMerges()).isEmpty();
        assertThat(lacks(report)).isEmpty();
    }

    @Test
    void what_was_never_revealed_is_missed_for_want_of_an_identifier() {
        TruthReport report =
                world.contact("ann", "cookie:c").contact("ann", "phone:1").report();

        assertThat(lacks(report)).containsExactly(Map.entry(Lack.NO_COMMON_IDENTIFIER, 1L));
        assertThat(report.matched().share()).isEqualTo(0.5);
        assertThat(report.sufficing().recall()).isNull();
    }

    @Test
    void what_is_revealed_by_an_event_that_did_not_come_in_is_not_yet_known() {
        TruthReport report = world.contact("ann", "cookie:c")
                .contact("ann", "phone:1")
                .missed("ann", "phone:1", "cookie:c")
                .report();

        assertThat(lacks(report)).containsExactly(Map.entry(Lack.NOT_YET, 1L));
    }

    @Test
    void a_device_of_too_many_names_nobody() {
        for (int i = 0; i < 11; i++) {
            world.contact("visitor " + i, "account:a" + i, "cookie:public");
        }
        TruthReport report = world.contact("visitor 0", "cookie:public")
                .contact("visitor 1", "cookie:public")
                .report();

        assertThat(lacks(report)).containsExactly(Map.entry(Lack.HUB_ONLY, 2L));
        assertThat(report.falseMerges())
                .containsExactly(new FalseMerge(World.identifier("cookie:public"), true, 2, 1, 0));
        assertThat(report.sufficing().wrong()).isZero();
    }

    @Test
    void a_family_browser_belongs_to_who_logged_in_first() {
        TruthReport report = world.contact("ann", "account:a", "cookie:home")
                .contact("bob", "account:b", "cookie:home")
                .contact("bob", "cookie:home")
                .report();

        assertThat(lacks(report)).containsExactly(Map.entry(Lack.LIMIT_CONFLICT, 1L));
        assertThat(report.falseMerges())
                .containsExactly(new FalseMerge(World.identifier("cookie:home"), false, 2, 1, 0));
        assertThat(report.sufficing()).isEqualTo(new PairCounts(0, 0, 0));
    }

    @Test
    void who_is_taken_for_another_by_a_shared_mailbox_before_logging_in_is_missed_although_evidence_suffices() {
        TruthReport report = world.contact("ann", "account:a", "email:info")
                .contact("bob", "email:info", "cookie:b")
                .contact("bob", "account:b", "cookie:b")
                .report();

        assertThat(report.falseMerges())
                .containsExactly(new FalseMerge(World.identifier("email:info"), false, 2, 1, 1));
        assertThat(lacks(report)).containsExactly(Map.entry(Lack.LIMIT_CONFLICT, 1L));
        assertThat(report.sufficing()).isEqualTo(new PairCounts(1, 1, 0));
    }

    @Test
    void persons_without_account_who_share_a_browser_are_merged_and_the_browser_is_named() {
        TruthReport report = world.contact("ann", "email:ann", "cookie:home")
                .contact("bob", "email:bob", "cookie:home")
                .contact("bob", "email:bob")
                .report();

        assertThat(report.pairs()).isEqualTo(new PairCounts(1, 3, 1));
        assertThat(report.sufficing()).isEqualTo(new PairCounts(1, 3, 1));
        assertThat(report.falseMerges())
                .containsExactly(new FalseMerge(World.identifier("cookie:home"), false, 2, 2, 2));
    }

    @Test
    void withdrawn_evidence_ties_nothing() {
        TruthReport report = world.contact("ann", "account:a", "phone:2")
                .contact("ann", "phone:2")
                .contact("bob", "phone:2")
                .withdrawn("account:a", "phone:2")
                .report();

        assertThat(lacks(report)).containsExactly(Map.entry(Lack.WITHDRAWN, 1L));
        assertThat(report.falseMerges()).extracting(FalseMerge::pairs).containsExactly(1L);
    }

    @Test
    void the_view_names_what_lacked_and_what_misled() {
        List<String> lines = TruthView.lines(world.contact("ann", "email:ann", "cookie:home")
                .contact("bob", "email:bob", "cookie:home")
                .contact("bob", "phone:1")
                .report());

        assertThat(lines)
                .anyMatch(line -> line.matches("one customer, all .* 0\\.0000 +0\\.0000 .*"))
                .anyMatch(line -> line.matches("no identifier ever in common +1"))
                .anyMatch(line -> line.matches("cookie of several persons +1 +1 +1"))
                .contains("  cookie home: 2 persons, 1 wrong pairs");
    }

    private static Map<Lack, Long> lacks(TruthReport report) {
        return report.lacks().entrySet().stream()
                .filter(lack -> lack.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
