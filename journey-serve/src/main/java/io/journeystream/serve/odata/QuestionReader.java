package io.journeystream.serve.odata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.olingo.commons.api.ex.ODataException;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.uri.UriInfo;
import org.apache.olingo.server.api.uri.queryoption.OrderByItem;
import org.apache.olingo.server.api.uri.queryoption.SelectItem;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitException;
import org.jspecify.annotations.Nullable;

/** Reads the options of a request. */
final class QuestionReader {
    private final View view;
    private final UriInfo asked;

    QuestionReader(View view, UriInfo asked) {
        this.view = view;
        this.asked = asked;
    }

    /** @throws ODataException 400 for what is wrong, 501 for what is not done here */
    Question read() throws ODataException {
        refuseUnsupported();
        List<OrderTerm> order = order();
        long top = asked.getTopOption() == null ? -1 : asked.getTopOption().getValue();
        long skip = asked.getSkipOption() == null ? 0 : asked.getSkipOption().getValue();
        @Nullable List<@Nullable Object> after = null;
        if (asked.getSkipTokenOption() != null) {
            SkipToken token = SkipToken.read(asked.getSkipTokenOption().getValue(), order);
            top = token.left();
            skip = 0;
            after = token.after();
        }
        boolean counted =
                asked.getCountOption() != null && asked.getCountOption().getValue();
        return new Question(view, columns(), filter(), order, skip, top, after, counted);
    }

    private void refuseUnsupported() throws ODataApplicationException {
        if (asked.getExpandOption() != null) {
            throw Refused.unsupported("$expand is not done here: ask for each view by itself");
        }
        if (asked.getSearchOption() != null) {
            throw Refused.unsupported("$search is not done here: use $filter with contains");
        }
        if (asked.getApplyOption() != null) {
            throw Refused.unsupported("$apply is not done here: aggregate what you have read, or use SQL");
        }
        if (asked.getDeltaTokenOption() != null) {
            throw Refused.unsupported("$deltatoken is not done here: ask again with a $filter on time");
        }
    }

    private Sql filter() throws ODataException {
        if (asked.getFilterOption() == null) {
            return Sql.of("");
        }
        try {
            return asked.getFilterOption()
                    .getExpression()
                    .accept(new FilterSql(view))
                    .sql();
        } catch (ExpressionVisitException e) {
            throw Refused.wrong("$filter cannot be understood: " + e.getMessage());
        }
    }

    private List<Column> columns() throws ODataApplicationException {
        if (asked.getSelectOption() == null) {
            return view.columns();
        }
        Set<Column> wanted = new HashSet<>(view.key()); // what is not selected is left out later
        for (SelectItem item : asked.getSelectOption().getSelectItems()) {
            if (item.isStar()) {
                return view.columns();
            }
            wanted.add(Fields.column(view, item.getResourcePath().getUriResourceParts()));
        }
        return view.columns().stream().filter(wanted::contains).toList();
    }

    private List<OrderTerm> order() throws ODataApplicationException {
        List<OrderTerm> terms = new ArrayList<>();
        Set<Column> named = new HashSet<>();
        if (asked.getOrderByOption() != null) {
            for (OrderByItem item : asked.getOrderByOption().getOrders()) {
                Column column = Fields.column(view, item.getExpression());
                if (named.add(column)) {
                    terms.add(new OrderTerm(column, item.isDescending()));
                }
            }
        }
        view.key().stream().filter(named::add).forEach(column -> terms.add(new OrderTerm(column, false)));
        return terms;
    }
}
