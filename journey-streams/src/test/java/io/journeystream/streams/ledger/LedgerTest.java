package io.journeystream.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    @Test
    void what_was_saved_is_what_is_loaded() {
        Ledger ledger = ledger(5, 3);

        Ledger loaded = Ledger.decode(ledger.encode());

        assertThat(loaded.encode()).isEqualTo(ledger.encode());
        assertThat(loaded.watermark()).isEqualTo(1000);
        assertThat(loaded.get(Count.RECEIVED)).isEqualTo(5);
    }

    @Test
    void a_count_that_an_earlier_release_did_not_have_is_zero() {
        byte[] shorter = Arrays.copyOf(ledger(5, 3).encode(), 1 + 3 * Long.BYTES);

        Ledger loaded = Ledger.decode(shorter);

        assertThat(loaded.get(Count.RECEIVED)).isEqualTo(5);
        assertThat(loaded.get(Count.DUPLICATES)).isZero();
    }

    @Test
    void a_later_release_is_refused_not_misread() {
        byte[] bytes = ledger(5, 3).encode();
        byte[] longer = Arrays.copyOf(bytes, bytes.length + Long.BYTES);

        assertThatThrownBy(() -> Ledger.decode(longer)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_view_adds_up_and_knows_who_is_behind() {
        Ledger settled = ledger(1, 1);
        settled.settle(1000);

        LedgerView view = LedgerView.of(List.of(ledger(5, 3), settled));

        assertThat(view.received()).isEqualTo(6);
        assertThat(view.isBalanced()).isFalse();
        assertThat(view.due()).isEqualTo(1);
        assertThat(view.isSettled()).isFalse();
        assertThat(LedgerView.of(List.of(settled)).isSettled()).isTrue();
    }

    private static Ledger ledger(long received, long processed) {
        Ledger ledger = new Ledger();
        ledger.add(Count.RECEIVED, received);
        ledger.add(Count.PROCESSED, processed);
        ledger.advance(1000);
        ledger.advance(10);
        return ledger;
    }
}
