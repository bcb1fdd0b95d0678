package io.journeystream.serve.odata;

import java.util.List;
import java.util.Map;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.uri.queryoption.expression.MethodKind;

/** The functions of a filter, as SQL. Times are UTC, as in all of the feeds. */
final class FilterMethods {
    private static final Map<MethodKind, String> KNOWN = Map.ofEntries(
            Map.entry(MethodKind.CONTAINS, "(strpos({}, {}) > 0)"),
            Map.entry(MethodKind.STARTSWITH, "starts_with({}, {})"),
            Map.entry(MethodKind.ENDSWITH, "(right({}, length({})) = {})"),
            Map.entry(MethodKind.LENGTH, "length({})"),
            Map.entry(MethodKind.INDEXOF, "(strpos({}, {}) - 1)"),
            Map.entry(MethodKind.TOLOWER, "lower({})"),
            Map.entry(MethodKind.TOUPPER, "upper({})"),
            Map.entry(MethodKind.TRIM, "trim({})"),
            Map.entry(MethodKind.CONCAT, "({} || {})"),
            Map.entry(MethodKind.YEAR, part("year")),
            Map.entry(MethodKind.MONTH, part("month")),
            Map.entry(MethodKind.DAY, part("day")),
            Map.entry(MethodKind.HOUR, part("hour")),
            Map.entry(MethodKind.MINUTE, part("minute")),
            Map.entry(MethodKind.DATE, "({} at time zone 'UTC')::date"),
            Map.entry(MethodKind.ROUND, "round({})"),
            Map.entry(MethodKind.FLOOR, "floor({})"),
            Map.entry(MethodKind.CEILING, "ceil({})"));

    private FilterMethods() {}

    private static String part(String name) {
        return "date_part('" + name + "', {}::timestamptz at time zone 'UTC')::int";
    }

    /** @throws ODataApplicationException 501 if it is not done here */
    static Operand call(MethodKind method, List<Operand> given) throws ODataApplicationException {
        String template = KNOWN.get(method);
        if (template == null) {
            throw Refused.unsupported("the function " + method + " is not done here; a filter may use "
                    + String.join(
                            ", ",
                            KNOWN.keySet().stream()
                                    .map(MethodKind::toString)
                                    .sorted()
                                    .toList()));
        }
        Sql[] parts = method == MethodKind.ENDSWITH
                ? new Sql[] {
                    given.get(0).sql(), given.get(1).sql(), given.get(1).sql()
                }
                : given.stream().map(Operand::sql).toArray(Sql[]::new);
        return Operand.of(Sql.format(template, parts), given.toArray(new Operand[0]));
    }
}
