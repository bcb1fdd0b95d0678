package io.journeystream.serve.odata;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.apache.olingo.server.api.ODataApplicationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the database's errors mean to a client. */
final class DatabaseTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseTrouble.class);
    private static final String CANCELLED = "57014";
    private static final String WRONG_VALUE = "22";
    /** Of a role that there is not, and of one that one may not become. */
    private static final List<String> ROLE = List.of("22023", "42501");

    private DatabaseTrouble() {}

    static ODataApplicationException of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.equals(CANCELLED)) {
            return answer(503, "this took the database too long; ask for less, with a $filter on time");
        }
        if (ROLE.contains(state)) {
            LOG.warn("The database refuses what OData clients ask", e);
            return answer(
                    503,
                    "the server's user of the database cannot answer as role journeystream_odata: run ./journey bi run"
                            + " once, and grant that role to the user");
        }
        if (state.startsWith(WRONG_VALUE)) {
            return answer(400, "a value in the request is out of the database's range");
        }
        LOG.warn("The database did not answer a question of an OData client", e);
        return answer(503, "the database of the feeds does not answer; ask again a little later");
    }

    private static ODataApplicationException answer(int status, String sentence) {
        return new ODataApplicationException(sentence, status, Locale.ROOT);
    }
}
