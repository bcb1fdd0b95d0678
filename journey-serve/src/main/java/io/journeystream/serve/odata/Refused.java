package io.journeystream.serve.odata;

import java.util.Locale;
import org.apache.olingo.server.api.ODataApplicationException;

/** Answers that say no, with a sentence. */
final class Refused {
    private Refused() {}

    /** 400: the request is wrong. */
    static ODataApplicationException wrong(String sentence) {
        return new ODataApplicationException(sentence, 400, Locale.ROOT);
    }

    /** 501: OData knows this, and it is not done here. */
    static ODataApplicationException unsupported(String sentence) {
        return new ODataApplicationException(sentence, 501, Locale.ROOT);
    }
}
