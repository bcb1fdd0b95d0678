package io.journeystream.serve.odata;

import java.util.List;
import org.apache.olingo.commons.api.edm.EdmEnumType;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.uri.queryoption.expression.BinaryOperatorKind;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitor;
import org.apache.olingo.server.api.uri.queryoption.expression.Literal;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;
import org.apache.olingo.server.api.uri.queryoption.expression.MethodKind;
import org.apache.olingo.server.api.uri.queryoption.expression.UnaryOperatorKind;

/** A filter of OData as a condition of SQL. */
final class FilterSql implements ExpressionVisitor<Operand> {
    private final View view;

    FilterSql(View view) {
        this.view = view;
    }

    @Override
    public Operand visitBinaryOperator(BinaryOperatorKind operator, Operand left, Operand right)
            throws ODataApplicationException {
        if (operator == BinaryOperatorKind.AND || operator == BinaryOperatorKind.OR) {
            return Operand.of(Sql.format("({} " + operator + " {})", left.sql(), right.sql()), left, right);
        }
        if (Comparison.knows(operator)) {
            return Comparison.of(operator, left, right);
        }
        throw unsupported("the operator " + operator);
    }

    @Override
    public Operand visitBinaryOperator(BinaryOperatorKind operator, Operand left, List<Operand> right)
            throws ODataApplicationException {
        if (operator != BinaryOperatorKind.IN) {
            throw unsupported("the operator " + operator);
        }
        List<Sql> each = right.stream()
                .map(value -> Comparison.of(BinaryOperatorKind.EQ, left, value).sql())
                .toList();
        return Operand.certain(Sql.format("({})", Sql.join(" or ", each)));
    }

    @Override
    public Operand visitUnaryOperator(UnaryOperatorKind operator, Operand operand) {
        String template = operator == UnaryOperatorKind.NOT ? "(not {})" : "(- {})";
        return Operand.of(Sql.format(template, operand.sql()), operand);
    }

    @Override
    public Operand visitMethodCall(MethodKind method, List<Operand> given) throws ODataApplicationException {
        return FilterMethods.call(method, given);
    }

    @Override
    public Operand visitLiteral(Literal literal) throws ODataApplicationException {
        return Literals.read(literal.getType(), literal.getText());
    }

    @Override
    public Operand visitMember(Member member) throws ODataApplicationException {
        Column column = Fields.column(view, member);
        return new Operand(Sql.of(column.sql()), column.nullable(), false);
    }

    @Override
    public Operand visitAlias(String alias) throws ODataApplicationException {
        throw unsupported("a name for a value (" + alias + ")");
    }

    @Override
    public Operand visitTypeLiteral(EdmType type) throws ODataApplicationException {
        throw unsupported("a type (" + type.getName() + ")");
    }

    @Override
    public Operand visitLambdaExpression(String function, String variable, Expression expression)
            throws ODataApplicationException {
        throw unsupported(function);
    }

    @Override
    public Operand visitLambdaReference(String variable) throws ODataApplicationException {
        throw unsupported("a variable (" + variable + ")");
    }

    @Override
    public Operand visitEnum(EdmEnumType type, List<String> values) throws ODataApplicationException {
        throw unsupported("an enumeration (" + type.getName() + ")");
    }

    private static ODataApplicationException unsupported(String what) {
        return Refused.unsupported(what + " is not done here; a filter may compare fields with values, and use and, or,"
                + " not, in and functions");
    }
}
