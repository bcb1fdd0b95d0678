package io.journeystream.runtime.http;

import io.javalin.http.Context;
import java.util.Locale;

/** What a request says that its body is. */
public final class ContentType {
    private ContentType() {}

    /**
     * The media type in lower case, without parameters; empty if none is given.
     *
     * @param accepted what may be sent, for the answer
     * @throws Refusal 415 if the body is said not to be in UTF-8
     */
    public static String of(Context context, String accepted) {
        String[] parts = given(context).toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replace("\"", "").strip();
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                throw refused("the body must be in UTF-8, not " + parameter.substring("charset=".length()), accepted);
            }
        }
        return parts[0].strip();
    }

    /** Where it is none of those accepted. */
    public static Refusal unsupported(Context context, String accepted) {
        return refused("Content-Type must be one of " + accepted + ", was \"" + given(context) + "\"", accepted);
    }

    private static String given(Context context) {
        String header = context.contentType();
        return header == null ? "" : header;
    }

    /** Where it does not fit the rest of the request. */
    public static Refusal refused(String detail, String accepted) {
        return new Refusal(Problem.of(415, "Unsupported Media Type", detail).withHeader("Accept-Post", accepted));
    }
}
