package io.journeystream.serve.alerts.targets;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of e-mail, without a name in front: as browsers take them, and short enough for every server. */
final class MailAddress {
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + "){0,10}");

    private MailAddress() {}

    /** Empty if the text is none. */
    static Optional<String> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /** What is behind the {@code @}. */
    static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }
}
