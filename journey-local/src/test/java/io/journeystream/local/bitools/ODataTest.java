package io.journeystream.local.bitools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystream.local.http.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.apache.olingo.client.api.ODataClient;
import org.apache.olingo.client.api.communication.ODataClientErrorException;
import org.apache.olingo.client.api.communication.request.retrieve.ODataEntitySetRequest;
import org.apache.olingo.client.api.domain.ClientEntity;
import org.apache.olingo.client.api.domain.ClientEntitySet;
import org.apache.olingo.client.api.uri.URIBuilder;
import org.apache.olingo.client.core.ODataClientFactory;
import org.apache.olingo.client.core.http.BasicAuthHttpClientFactory;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Olingo's client reads the views over OData, and is told what SQL says. */
@ExtendWith(SharedHealth.class)
class ODataTest {
    private static HealthDatabase database;
    private static ODataServer server;

    @BeforeAll
    static void start(HealthDatabase shared, @TempDir Path directory) throws IOException {
        database = shared;
        server = ODataServer.start(shared, directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ODataClient client(String key) {
        ODataClient client = ODataClientFactory.getClient();
        client.getConfiguration().setHttpClientFactory(new BasicAuthHttpClientFactory("any", key));
        return client;
    }

    private static URIBuilder view(ODataClient client, String view) {
        return client.newURIBuilder(server.root()).appendEntitySetSegment(view);
    }

    private static ClientEntitySet read(ODataClient client, URI uri) {
        return client.getRetrieveRequestFactory()
                .getEntitySetRequest(uri)
                .execute()
                .getBody();
    }

    private static List<String> texts(List<ClientEntity> entities, String field) {
        return entities.stream()
                .map(entity -> entity.getProperty(field).getValue().toString())
                .toList();
    }

    private static List<String> column(String query) throws SQLException {
        return database.ask(query).stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    @Test
    void every_view_is_described_with_types_keys_and_comments() throws SQLException, IOException, InterruptedException {
        Edm model = client(ODataServer.ALL)
                .getRetrieveRequestFactory()
                .getMetadataRequest(server.root())
                .execute()
                .getBody();

        assertThat(model.getEntityContainer().getEntitySets())
                .extracting(set -> set.getName())
                .containsExactlyInAnyOrderElementsOf(
                        column("select table_name from information_schema.views where table_schema = 'bi_v1'"));
        EdmEntityType health = model.getEntityType(new FullQualifiedName("journeystream.bi_v1", "agg_health"));
        assertThat(health.getKeyPredicateNames()).containsExactly("cell", "cohort", "maturity");
        assertThat(health.getPropertyNames())
                .containsExactlyElementsOf(column("select column_name from information_schema.columns where"
                        + " table_schema = 'bi_v1' and table_name = 'agg_health' order by ordinal_position"));
        assertThat(health.getProperty("cost").getType().getName()).isEqualTo("Decimal");
        assertThat(health.getProperty("cohort").getType().getName()).isEqualTo("DateTimeOffset");
        assertThat(get("/$metadata").text())
                .contains("<Annotation Term=\"Org.OData.Core.V1.Description\"><String>Journeys resolved in exactly one")
                .doesNotContain("<Annotation>");
        assertThat(get("/").json().path("@odata.context").asText()).isEqualTo(server.root() + "/$metadata");
        assertThat(get("").header("Location")).isEqualTo(server.root() + "/");
    }

    /** The left is OData's, the right the same in SQL; they differ in what null is, which OData says is a value. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            maturity eq 'MATURED' and period eq 'DAY'       | maturity = 'MATURED' and period = 'DAY'
            cohort ge 2026-01-08T00:00:00Z and cohort lt 2026-01-10T00:00:00Z | cohort >= '2026-01-08Z' and cohort < '2026-01-10Z'
            cohort ge 2026-01-08T02:00:00+02:00             | cohort >= '2026-01-08Z'
            cohort_date eq 2026-01-08                       | cohort_date = '2026-01-08'
            contains(cell,'billing') or startswith(type,'del') | cell like '%billing%' or type like 'del%'
            endswith(type,'ing') and length(type) gt 3      | type like '%ing' and length(type) > 3
            contains(type,'%') or contains(type,'_')        | strpos(type, '%') > 0 or strpos(type, '_') > 0
            tolower(value) eq 'bot'                         | lower(value) = 'bot'
            not (value eq 'bot')                            | value is distinct from 'bot'
            value ne 'bot'                                  | value is distinct from 'bot'
            value eq null                                   | value is null
            value ne null and dimension eq 'entryChannel'   | value is not null and dimension = 'entryChannel'
            cell_leakage gt 0.1                             | cell_leakage > 0.1
            not (cell_leakage gt 0.1)                       | (cell_leakage > 0.1) is not true
            cost gt 12.5 and journeys le 3                  | cost > 12.5 and journeys <= 3
            type in ('billing','login')                     | type in ('billing', 'login')
            year(cohort) eq 2026 and day(cohort) eq 9       | cohort >= '2026-01-09Z' and cohort < '2026-01-10Z'
            hour(cohort) eq 9 and period eq 'HOUR'          | cohort_hour = 9 and period = 'HOUR'
            date(cohort) eq 2026-01-09                      | cohort_date = '2026-01-09'
            round(cost) eq 10 or floor(cost) eq 9           | round(cost) = 10 or floor(cost) = 9
            type eq 'it''s -- " or 1=1'                     | false
            resolved eq journeys                            | resolved = journeys
            """)
    void filters_say_what_sql_says(String filter, String condition) throws Exception {
        long expected = Long.parseLong(column("select count(*) from bi_v1.agg_health where " + condition)
                .get(0));

        Caller.Answer answer = get("/agg_health/$count?$filter=" + encoded(filter));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(Long.toString(expected));
        assertThat(expected).as("or the test says nothing").isNotEqualTo(2 * 2305);
    }

    @Test
    void rows_have_the_values_of_the_view() throws SQLException {
        ODataClient client = client(ODataServer.ALL);
        URI uri = view(client, "agg_health")
                .filter("maturity eq 'MATURED' and dimension eq 'ALL' and period eq 'DAY'")
                .orderBy("type,cohort")
                .select("type", "cohort", "cohort_date", "journeys", "cost", "cell_effort")
                .top(40)
                .build();

        List<ClientEntity> found = read(client, uri).getEntities();

        List<List<@Nullable String>> rows = database.ask(
                "select type, to_char(cohort at time zone 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), cohort_date, journeys, cost, cell_effort from bi_v1.agg_health"
                        + " where maturity = 'MATURED' and dimension = 'ALL' and period = 'DAY' order by type, cohort limit 40");
        assertThat(found).hasSameSizeAs(rows).hasSizeGreaterThan(20);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(found.get(i).getProperties())
                    .as("those, and the rest of the key")
                    .hasSize(8);
            assertThat(texts(found.subList(i, i + 1), "type"))
                    .containsExactly(rows.get(i).get(0));
            assertThat(texts(found.subList(i, i + 1), "cohort"))
                    .containsExactly(rows.get(i).get(1));
            assertThat(texts(found.subList(i, i + 1), "cohort_date"))
                    .containsExactly(rows.get(i).get(2));
            assertThat(texts(found.subList(i, i + 1), "journeys"))
                    .containsExactly(rows.get(i).get(3));
            assertThat(Double.parseDouble(texts(found.subList(i, i + 1), "cost").get(0)))
                    .isEqualTo(Double.parseDouble(
                            Objects.requireNonNull(rows.get(i).get(4))));
            assertThat(Double.parseDouble(
                            texts(found.subList(i, i + 1), "cell_effort").get(0)))
                    .isEqualTo(Double.parseDouble(
                            Objects.requireNonNull(rows.get(i).get(5))));
        }
    }

    @Test
    void lists_come_as_text() {
        ODataClient client = client(ODataServer.ALL);

        List<ClientEntity> found =
                read(client, view(client, "dim_customer").build()).getEntities();

        assertThat(texts(found, "identifier_types")).containsExactly("account,phone");
    }

    /** By a column that is often null, both ways: what comes after null is where pages break. */
    @ParameterizedTest
    @CsvSource({
        "value desc|value desc nulls last",
        "value|value nulls first",
        "'cohort desc,value|cohort desc, value nulls first'"
    })
    void pages_follow_each_other_without_a_gap_or_a_row_twice(String both) throws SQLException {
        String[] orders = both.split("\\|", -1);
        ODataClient client = client(ODataServer.ALL);
        URI first = view(client, "agg_health")
                .filter("period eq 'DAY'")
                .orderBy(orders[0])
                .select("cell", "maturity")
                .count(true)
                .build();

        List<ClientEntitySet> pages = pages(client, first, 37);

        List<String> found = new ArrayList<>();
        pages.forEach(page -> page.getEntities()
                .forEach(entity -> found.add(entity.getProperty("cell").getValue() + "/"
                        + entity.getProperty("maturity").getValue())));
        assertThat(found)
                .containsExactlyElementsOf(column("select cell || '/' || maturity from bi_v1.agg_health where period ="
                        + " 'DAY' order by " + orders[1] + ", cell, cohort, maturity"));
        assertThat(pages)
                .hasSizeGreaterThan(5)
                .allSatisfy(page -> assertThat(page.getEntities()).hasSizeLessThanOrEqualTo(37));
        assertThat(pages.get(0).getCount()).isEqualTo(found.size());
    }

    @Test
    void top_and_skip_hold_over_pages() throws SQLException {
        ODataClient client = client(ODataServer.ALL);
        URI uri = view(client, "agg_health").top(50).skip(11).build();

        List<ClientEntitySet> pages = pages(client, uri, 20);

        List<String> found = new ArrayList<>();
        pages.forEach(page -> found.addAll(texts(page.getEntities(), "cell")));
        assertThat(pages).hasSize(3);
        assertThat(found)
                .containsExactlyElementsOf(column(
                        "select cell from bi_v1.agg_health order by cell, cohort, maturity" + " limit 50 offset 11"));
    }

    private static List<ClientEntitySet> pages(ODataClient client, URI first, int size) {
        List<ClientEntitySet> pages = new ArrayList<>();
        URI next = first;
        while (next != null) {
            ODataEntitySetRequest<ClientEntitySet> request =
                    client.getRetrieveRequestFactory().getEntitySetRequest(next);
            request.setPrefer("odata.maxpagesize=" + size);
            ClientEntitySet page = request.execute().getBody();
            pages.add(page);
            next = page.getNext();
        }
        return pages;
    }

    @Test
    void a_key_of_a_team_sees_the_rows_of_the_team() throws SQLException {
        ODataClient client = client(ODataServer.BILLING);

        ClientEntitySet found =
                read(client, view(client, "agg_health").count(true).build());

        assertThat(texts(found.getEntities(), "team")).isNotEmpty().containsOnly("team-billing");
        assertThat(found.getCount().toString())
                .isEqualTo(column("select count(*) from bi_v1.agg_health where team = 'team-billing'")
                        .get(0));
        assertThat(read(
                                client,
                                view(client, "agg_flow")
                                        .filter("type ne 'billing'")
                                        .build())
                        .getEntities())
                .isEmpty();
    }

    @Test
    void who_has_no_key_for_it_is_told_so() throws Exception {
        Caller.Answer none = server.caller().call("GET", "/odata/v4/agg_health");
        ODataClientErrorException wrong = catchThrowableOfType(
                ODataClientErrorException.class,
                () -> read(client("wrong"), view(client("wrong"), "agg_health").build()));
        Caller.Answer other =
                server.caller().call("GET", "/odata/v4/agg_health", "Authorization", basic(ODataServer.OTHER_SCOPE));

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).startsWith("Basic realm=");
        assertThat(wrong.getStatusLine().getStatusCode()).isEqualTo(401);
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.text()).contains("feeds:read");
    }

    /** Each with a sentence that a person can act on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /agg_heath                             | 404 | agg_heath
            /agg_health?$filter=colour eq 'red'    | 400 | colour
            /agg_health?$select=colour             | 400 | colour
            /agg_health?$orderby=colour            | 400 | colour
            /agg_health?$filter=journeys eq 'two'  | 400 | types
            /agg_health?$filter=(journeys eq 2     | 400 | malformed
            /agg_health?$top=-1                    | 400 | $top
            /agg_health?$skiptoken=abc             | 400 | $skiptoken
            /agg_health?$orderby=length(type)      | 501 | only fields
            /agg_health?$filter=journeys add 1 eq 2| 501 | add
            /agg_health?$filter=substring(type,1) eq 'a' | 501 | substring
            /agg_health?$search=billing            | 501 | $search
            /agg_health?$apply=aggregate(journeys with sum as n) | 501 | $apply
            /agg_health?$nonsense=1                | 400 | $nonsense
            """)
    void what_is_wrong_or_not_done_here_is_said(String path, int status, String told) throws Exception {
        int query = path.indexOf('=');
        String written = query < 0 ? path : path.substring(0, query + 1) + encoded(path.substring(query + 1));

        Caller.Answer answer = get(written);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().at("/error/message").asText()).contains(told);
    }

    /** What the OData connector of Excel and Power BI is known to send. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /                   | application/json
            /$metadata          | application/xml
            /agg_health?$top=3  | application/json
            /agg_health/$count  | text/plain
            """)
    void power_query_is_answered(String path, String type) throws Exception {
        String accepted = "application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,"
                + "application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7";

        Caller.Answer answer = server.caller()
                .call(
                        "GET",
                        "/odata/v4" + path,
                        "Accept",
                        accepted,
                        "OData-MaxVersion",
                        "4.0",
                        "Authorization",
                        basic(ODataServer.ALL));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.type()).startsWith(type);
        assertThat(answer.header("OData-Version")).isEqualTo("4.0");
    }

    @Test
    void links_begin_as_the_client_has_written_the_address() throws Exception {
        String[] behindProxy = {"X-Forwarded-Proto", "https", "Authorization", basic(ODataServer.ALL)};

        Caller.Answer direct = get("/agg_health?$select=cell");
        Caller.Answer encrypted =
                server.caller().call("GET", "/odata/v4/agg_health?$filter=journeys%20ge%201", behindProxy);

        assertThat(direct.json().has("@odata.nextLink")).isFalse();
        assertThat(encrypted.json().path("@odata.context").asText())
                .isEqualTo(server.root().replace("http:", "https:") + "/$metadata#agg_health");
    }

    @Test
    void nothing_can_be_written() throws Exception {
        Caller.Answer answer = server.caller()
                .send(
                        "/odata/v4/agg_health",
                        "application/json",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "Authorization",
                        basic(ODataServer.ALL));

        assertThat(answer.status()).isEqualTo(405);
    }

    private static Caller.Answer get(String path) throws IOException, InterruptedException {
        return server.caller().call("GET", "/odata/v4" + path, "Authorization", basic(ODataServer.ALL));
    }

    private static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString(("any:" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
