package io.journeystream.local.simulator;

/**
 * What leads astray whoever goes by identifiers. Shares between 0 and 1.
 *
 * @param sharedDevices persons who share a browser with one or two others, at home
 * @param publicDevices digital visits from a device that anybody uses: in a branch, in an internet cafe
 * @param sharedMailboxes persons who share a mailbox with one or two others, at work
 * @param borrowedPhones calls from somebody else's telephone, whose evidence is withdrawn days later
 * @param placeholders visits and calls whose system writes {@code anonymous} for whom it does not know, and events with
 *     such a word beside true identifiers
 * @param carelessSpelling e-mail addresses and telephone numbers not in their one spelling
 */
public record Confusion(
        double sharedDevices,
        double publicDevices,
        double sharedMailboxes,
        double borrowedPhones,
        double placeholders,
        double carelessSpelling) {

    public static final Confusion NONE = new Confusion(0, 0, 0, 0, 0, 0);

    public static final Confusion USUAL = new Confusion(0.02, 0.005, 0.005, 0.002, 0.02, 0.1);

    /** Of the usual only what devices do: nobody shares a mailbox, nobody calls from another's telephone. */
    public static final Confusion BY_DEVICES = new Confusion(0.02, 0.005, 0, 0, 0.02, 0.1);

    public Confusion {
        Share.require("sharedDevices", sharedDevices);
        Share.require("publicDevices", publicDevices);
        Share.require("sharedMailboxes", sharedMailboxes);
        Share.require("borrowedPhones", borrowedPhones);
        Share.require("placeholders", placeholders);
        Share.require("carelessSpelling", carelessSpelling);
    }
}
