package io.journeystream.identity;

import io.journeystream.events.Digests;
import io.journeystream.events.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An identifier of which its hash is left, and no more: it is still told apart from others, and found by its key in
 * Kafka, but not read any more. Its type stays; its value begins with the last character of Unicode, so that it comes
 * after all others of its type.
 */
public final class HashedName {
    private static final String MARK = Character.toString(Character.MAX_CODE_POINT);
    private static final int HASH_DIGITS = 32;
    private static final int KEY_HASH_DIGITS = 8;
    private static final Pattern VALUE = Pattern.compile(MARK + "[0-9a-f]{40}([0-9a-f]{2})?");

    private HashedName() {}

    /**
     * The hashed name of an identifier.
     *
     * @param hash as {@link #hash} gives it
     * @param keyHash by which Kafka places the key of the identifier
     */
    public static Identifier of(String type, String hash, int keyHash) {
        return new Identifier(type, MARK + hash + HexFormat.of().toHexDigits(keyHash));
    }

    /** Whether an identifier is a hashed name. */
    public static boolean is(Identifier identifier) {
        return identifier.getValue().startsWith(MARK)
                && VALUE.matcher(identifier.getValue()).matches();
    }

    /** 32 hex digits: half of the SHA-256 of {@code type:value}; the same for an identifier and its hashed name. */
    public static String hash(Identifier identifier) {
        return is(identifier)
                ? identifier.getValue().substring(MARK.length(), MARK.length() + HASH_DIGITS)
                : HexFormat.of().formatHex(Arrays.copyOf(Digests.sha256(Identifiers.key(identifier)), HASH_DIGITS / 2));
    }

    /** By which Kafka places the key of the identifier of which this is the hashed name. */
    public static int keyHash(Identifier hashed) {
        int begin = MARK.length() + HASH_DIGITS;
        return HexFormat.fromHexDigits(hashed.getValue(), begin, begin + KEY_HASH_DIGITS);
    }

    /**
     * The same in an event, of which it keeps the order.
     *
     * @param place among the event's identifiers of its type, strongest first, from 0
     */
    public static Identifier placed(Identifier hashed, int place) {
        return new Identifier(
                hashed.getType(), anywhere(hashed).getValue() + HexFormat.of().toHexDigits((byte) place));
    }

    /** Without its place in an event. */
    public static Identifier anywhere(Identifier hashed) {
        int length = MARK.length() + HASH_DIGITS + KEY_HASH_DIGITS;
        return new Identifier(hashed.getType(), hashed.getValue().substring(0, length));
    }

    /** Identifiers of one event in the order they had when all were readable: the rest fills the places between. */
    static List<Identifier> inPlace(List<Identifier> sorted) {
        List<Identifier> ordered = new ArrayList<>();
        for (int from = 0; from < sorted.size(); ) {
            int to = from + 1;
            while (to < sorted.size()
                    && sorted.get(to).getType().equals(sorted.get(from).getType())) {
                to++;
            }
            ordered.addAll(ofOneType(sorted.subList(from, to)));
            from = to;
        }
        return ordered;
    }

    private static List<Identifier> ofOneType(List<Identifier> sorted) {
        List<Identifier> ordered =
                new ArrayList<>(sorted.stream().filter(each -> place(each) < 0).toList());
        sorted.stream()
                .filter(each -> place(each) >= 0)
                .sorted(Comparator.comparingInt(HashedName::place))
                .forEach(each -> ordered.add(Math.min(place(each), ordered.size()), each));
        return ordered;
    }

    /** Below 0 for what has none. */
    private static int place(Identifier identifier) {
        int length = MARK.length() + HASH_DIGITS + KEY_HASH_DIGITS;
        String value = identifier.getValue();
        return is(identifier) && value.length() > length ? HexFormat.fromHexDigits(value, length, value.length()) : -1;
    }
}
