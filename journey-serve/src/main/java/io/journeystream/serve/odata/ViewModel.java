package io.journeystream.serve.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.CsdlAbstractEdmProvider;
import org.apache.olingo.commons.api.edm.provider.CsdlAnnotation;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainer;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainerInfo;
import org.apache.olingo.commons.api.edm.provider.CsdlEntitySet;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityType;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlPropertyRef;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;
import org.apache.olingo.commons.api.edm.provider.CsdlTerm;
import org.apache.olingo.commons.api.edm.provider.annotation.CsdlConstantExpression;
import org.apache.olingo.commons.api.edm.provider.annotation.CsdlConstantExpression.ConstantExpressionType;
import org.jspecify.annotations.Nullable;

/** The views as OData describes them: an entity type and an entity set of the same name for each. */
final class ViewModel extends CsdlAbstractEdmProvider {
    private static final String NAMESPACE = "journeystream.bi_v1";
    private static final FullQualifiedName CONTAINER = new FullQualifiedName(NAMESPACE, "feeds");
    private static final FullQualifiedName DESCRIPTION = new FullQualifiedName("Org.OData.Core.V1", "Description");
    private static final int MICROSECONDS = 6;
    private static final int DIGITS = 38;
    private static final int DECIMALS = 12;

    private final Map<String, View> views = new TreeMap<>();

    ViewModel(List<View> views) {
        views.forEach(view -> this.views.put(view.name(), view));
    }

    boolean isEmpty() {
        return views.isEmpty();
    }

    View view(String name) {
        View view = views.get(name);
        if (view == null) {
            throw new IllegalArgumentException("there is no view " + name);
        }
        return view;
    }

    /**
     * A term that is not known here would be written without its name. Where it comes from is not told, for clients would
     * fetch that from the internet before anything else.
     */
    @Override
    public @Nullable CsdlTerm getTerm(FullQualifiedName name) {
        return name.equals(DESCRIPTION)
                ? new CsdlTerm().setName(DESCRIPTION.getName()).setType("Edm.String")
                : null;
    }

    @Override
    public @Nullable CsdlEntityType getEntityType(FullQualifiedName name) {
        View view = name.getNamespace().equals(NAMESPACE) ? views.get(name.getName()) : null;
        return view == null ? null : type(view);
    }

    private static CsdlEntityType type(View view) {
        return new CsdlEntityType()
                .setName(view.name())
                .setProperties(view.columns().stream()
                        .map(column -> property(column, view.key().contains(column)))
                        .toList())
                .setKey(view.key().stream()
                        .map(column -> new CsdlPropertyRef().setName(column.name()))
                        .toList())
                .setAnnotations(description(view.comment()));
    }

    private static CsdlProperty property(Column column, boolean key) {
        CsdlProperty property = new CsdlProperty()
                .setName(column.name())
                .setType(column.type().kind().getFullQualifiedName())
                .setNullable(column.nullable() && !key)
                .setAnnotations(description(column.comment()));
        return switch (column.type()) {
            case INSTANT -> property.setPrecision(MICROSECONDS);
            case DECIMAL -> property.setPrecision(DIGITS).setScale(DECIMALS);
            default -> property;
        };
    }

    private static List<CsdlAnnotation> description(@Nullable String comment) {
        return comment == null
                ? List.of()
                : List.of(new CsdlAnnotation()
                        .setTerm(DESCRIPTION.getFullQualifiedNameAsString())
                        .setExpression(new CsdlConstantExpression(ConstantExpressionType.String, comment)));
    }

    @Override
    public @Nullable CsdlEntitySet getEntitySet(FullQualifiedName container, String name) {
        return container.equals(CONTAINER) && views.containsKey(name) ? set(name) : null;
    }

    private static CsdlEntitySet set(String name) {
        return new CsdlEntitySet().setName(name).setType(new FullQualifiedName(NAMESPACE, name));
    }

    @Override
    public @Nullable CsdlEntityContainerInfo getEntityContainerInfo(@Nullable FullQualifiedName name) {
        return name == null || name.equals(CONTAINER)
                ? new CsdlEntityContainerInfo().setContainerName(CONTAINER)
                : null;
    }

    @Override
    public CsdlEntityContainer getEntityContainer() {
        return new CsdlEntityContainer()
                .setName(CONTAINER.getName())
                .setEntitySets(new ArrayList<>(
                        views.keySet().stream().map(ViewModel::set).toList()));
    }

    @Override
    public List<CsdlSchema> getSchemas() {
        return List.of(new CsdlSchema()
                .setNamespace(NAMESPACE)
                .setEntityTypes(views.values().stream().map(ViewModel::type).toList())
                .setEntityContainer(getEntityContainer()));
    }
}
