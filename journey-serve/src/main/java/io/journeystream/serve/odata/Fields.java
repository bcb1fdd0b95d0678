package io.journeystream.serve.odata;

import java.util.List;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourcePrimitiveProperty;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;

/** The columns that a request names. */
final class Fields {
    private Fields() {}

    /** @throws ODataApplicationException 501 if it is anything but a column */
    static Column column(View view, Expression expression) throws ODataApplicationException {
        if (expression instanceof Member member) {
            return column(view, member.getResourcePath().getUriResourceParts());
        }
        throw Refused.unsupported("only fields can stand here, no expressions");
    }

    static Column column(View view, List<UriResource> path) throws ODataApplicationException {
        if (path.size() == 1 && path.get(0) instanceof UriResourcePrimitiveProperty property) {
            String name = property.getProperty().getName();
            return view.column(name).orElseThrow(() -> Refused.wrong(view.name() + " has no field " + name));
        }
        throw Refused.unsupported("only fields of " + view.name() + " can stand here");
    }
}
