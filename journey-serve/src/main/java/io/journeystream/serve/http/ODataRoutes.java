package io.journeystream.serve.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.journeystream.runtime.http.GetRoutes;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.runtime.keys.Scope;
import io.journeystream.serve.odata.ODataDesk;
import io.journeystream.serve.odata.PostgresFeed;
import io.journeystream.serve.odata.ViewCatalogue;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.olingo.commons.api.http.HttpMethod;
import org.apache.olingo.server.api.ODataRequest;
import org.apache.olingo.server.api.ODataResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /odata/v4/}: the views of the feeds for Excel, Power BI and the like. A key of a team sees the team's rows. */
final class ODataRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ODataRoutes.class);
    private static final String ROOT = "/odata/v4";
    private static final int LARGEST_PAGE = 5_000;
    private static final Duration WITHIN = Duration.ofSeconds(60);
    /** Sooner, so that the answer is that of OData. */
    private static final Duration STATEMENT_WITHIN = Duration.ofSeconds(50);

    private static final int SOON = 5;

    private final Gate gate;
    private final DataSource database;
    private final Places places;
    private volatile @Nullable ODataDesk desk;

    ODataRoutes(Gate gate, DataSource database, Places places) {
        this.gate = gate;
        this.database = database;
        this.places = places;
    }

    void addTo(RoutesConfig routes) {
        GetRoutes.add(routes, ROOT, this::answer);
        GetRoutes.add(routes, ROOT + "/<what>", this::answer);
    }

    private void answer(Context context) {
        Set<String> teams =
                gate.admitTool(context, Scope.FEEDS_READ).map(ApiKey::teams).orElse(Set.of());
        ODataRequest request = request(context);
        context.future(() ->
                places.take(WITHIN, () -> answer(request, teams)).thenAccept(response -> write(context, response)));
    }

    private static ODataRequest request(Context context) {
        String address = address(context);
        int root = address.indexOf(ROOT) + ROOT.length();
        ODataRequest request = new ODataRequest();
        request.setMethod(HttpMethod.GET); // HEAD as well: the server leaves the body out
        request.setProtocol(context.protocol());
        request.setRawBaseUri(address.substring(0, root));
        request.setRawODataPath(address.substring(root));
        request.setRawQueryPath(context.queryString());
        request.setRawRequestUri(context.queryString() == null ? address : address + "?" + context.queryString());
        context.headerMap().forEach(request::addHeader);
        return request;
    }

    /** As the client has written it: links to next pages begin so. Who stands in front may have taken off the TLS. */
    private static String address(Context context) {
        String address = context.url();
        boolean encrypted = "https".equals(context.header("X-Forwarded-Proto"));
        return encrypted && address.startsWith("http:") ? "https:" + address.substring("http:".length()) : address;
    }

    private ODataResponse answer(ODataRequest request, Set<String> teams) throws SQLException {
        ODataDesk asked = desk();
        try (PostgresFeed feed = new PostgresFeed(database, teams, STATEMENT_WITHIN)) {
            return asked.answer(request, feed);
        }
    }

    /** What the views are is asked once: columns are only ever added, which a restart finds. */
    private ODataDesk desk() {
        ODataDesk known = desk;
        if (known == null) {
            try (Connection connection = database.getConnection()) {
                known = new ODataDesk(ViewCatalogue.read(connection, "bi_v1", "bi"), LARGEST_PAGE);
            } catch (SQLException e) {
                LOG.warn("The database of the feeds cannot be asked which views it has", e);
                throw away("the database of the feeds does not answer; ask again a little later");
            }
            if (known.isEmpty()) {
                throw away("the database has no schema bi_v1 yet: ./journey bi run makes and fills it");
            }
            desk = known;
        }
        return known;
    }

    private static Refusal away(String why) {
        return new Refusal(Problem.of(503, "Unavailable", why).retryAfter(SOON));
    }

    private static void write(Context context, ODataResponse response) {
        context.status(response.getStatusCode());
        response.getAllHeaders().forEach((name, values) -> context.header(name, String.join(", ", values)));
        if (response.getContent() != null) {
            context.result(response.getContent());
        }
    }
}
