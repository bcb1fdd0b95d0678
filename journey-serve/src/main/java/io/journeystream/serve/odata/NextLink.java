package io.journeystream.serve.odata;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of the next page: that of this one, with another {@code $skiptoken}. */
final class NextLink {
    private static final String TOKEN = "$skiptoken=";
    private static final String WRITTEN_TOKEN = "%24skiptoken=";

    private NextLink() {}

    static URI of(String address, String token) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        Stream<String> options = query < 0
                ? Stream.empty()
                : Arrays.stream(address.substring(query + 1).split("&", -1)).filter(option -> !isToken(option));
        return URI.create(path + "?"
                + Stream.concat(options, Stream.of(WRITTEN_TOKEN + token)).collect(Collectors.joining("&")));
    }

    private static boolean isToken(String option) {
        return option.isEmpty()
                || option.startsWith(TOKEN)
                || option.regionMatches(true, 0, WRITTEN_TOKEN, 0, WRITTEN_TOKEN.length());
    }
}
