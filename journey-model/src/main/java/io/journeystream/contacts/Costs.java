package io.journeystream.contacts;

import io.journeystream.definitions.Channel;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a leg costs (docs/semantics.md, section 4). */
final class Costs {
    private static final int MICRO_DIGITS = 6;
    private static final BigDecimal MILLIS_PER_MINUTE = BigDecimal.valueOf(60_000);

    private Costs() {}

    /**
     * {@code cost-per-contact + cost-per-minute x minutes / concurrency}, rounded half up to a millionth.
     *
     * @param millis time that is paid for
     */
    static long micros(Channel channel, long millis) {
        BigDecimal perContact = channel.costPerContact().movePointRight(MICRO_DIGITS);
        if (channel.costPerMinute().signum() == 0 || millis == 0) {
            return perContact.setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
        BigDecimal divisor = MILLIS_PER_MINUTE.multiply(channel.concurrency());
        return channel.costPerMinute()
                .movePointRight(MICRO_DIGITS)
                .multiply(BigDecimal.valueOf(millis))
                .add(perContact.multiply(divisor))
                .divide(divisor, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
