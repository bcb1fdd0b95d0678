package io.journeystream.local.simulator;

/**
 * How the simulated systems come to know who somebody is. Shares between 0 and 1.
 *
 * @param atOnce whether every system knows the account from the first moment on; then the rest does not matter
 * @param accountHolders persons that have an account
 * @param secondCookies persons that use a second browser, or have cleared the first
 * @param lateLogins visits without a login that are followed by one, an hour to a day later
 * @param askedForEmail conversations with a bot in which it asks for the e-mail address
 * @param identifiedByEmployee talks with an employee who finds out the account
 */
public record Recognition(
        boolean atOnce,
        double accountHolders,
        double secondCookies,
        double lateLogins,
        double askedForEmail,
        double identifiedByEmployee) {

    /** Everybody is known to everybody, always. */
    public static final Recognition COMPLETE = new Recognition(true, 1, 0, 0, 0, 1);

    /** Each channel knows its own, and learns more late or never. */
    public static final Recognition USUAL = new Recognition(false, 0.92, 0.2, 0.5, 0.6, 0.9);

    public Recognition {
        Share.require("accountHolders", accountHolders);
        Share.require("secondCookies", secondCookies);
        Share.require("lateLogins", lateLogins);
        Share.require("askedForEmail", askedForEmail);
        Share.require("identifiedByEmployee", identifiedByEmployee);
    }
}
