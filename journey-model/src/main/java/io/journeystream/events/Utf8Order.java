package io.journeystream.events;

/** The order of strings everywhere: by their UTF-8 bytes, which is the order of their code points. */
public final class Utf8Order {
    private Utf8Order() {}

    /** Negative, zero or positive, as {@link java.util.Comparator} has it. */
    public static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return rank(x) - rank(y);
            }
        }
        return a.length() - b.length();
    }

    /** Surrogates stand for the code points above all others, though their chars lie below U+E000..U+FFFF. */
    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }
}
