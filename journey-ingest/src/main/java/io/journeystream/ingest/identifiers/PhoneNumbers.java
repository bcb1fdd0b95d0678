package io.journeystream.ingest.identifiers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Phone numbers in one spelling. */
final class PhoneNumbers {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** The regions that numbers without a country code can be read in: ISO 3166 codes such as GB. */
    static Set<String> regions() {
        return NUMBERS.getSupportedRegions();
    }

    /**
     * E.164, or the number as it was if it is none.
     *
     * @param region where a number without country code is at home; null: such numbers stay as they are
     */
    static String e164(String number, @Nullable String region) {
        try {
            PhoneNumber parsed = NUMBERS.parse(number, region);
            return NUMBERS.isPossibleNumber(parsed) ? NUMBERS.format(parsed, PhoneNumberFormat.E164) : number;
        } catch (NumberParseException e) {
            return number;
        }
    }
}
