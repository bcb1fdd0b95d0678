package io.journeystream.serve.odata;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.apache.olingo.commons.api.data.ContextURL;
import org.apache.olingo.commons.api.data.Entity;
import org.apache.olingo.commons.api.data.EntityCollection;
import org.apache.olingo.commons.api.data.Property;
import org.apache.olingo.commons.api.data.ValueType;
import org.apache.olingo.commons.api.edm.EdmEntitySet;
import org.apache.olingo.commons.api.ex.ODataException;
import org.apache.olingo.commons.api.format.ContentType;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.ODataLibraryException;
import org.apache.olingo.server.api.ODataRequest;
import org.apache.olingo.server.api.ODataResponse;
import org.apache.olingo.server.api.ServiceMetadata;
import org.apache.olingo.server.api.processor.CountEntityCollectionProcessor;
import org.apache.olingo.server.api.serializer.EntityCollectionSerializerOptions;
import org.apache.olingo.server.api.uri.UriInfo;
import org.apache.olingo.server.api.uri.UriResourceEntitySet;
import org.jspecify.annotations.Nullable;

/** Answers what is asked of one view. */
final class ViewProcessor implements CountEntityCollectionProcessor {
    private static final String MAX_PAGE_SIZE = "odata.maxpagesize";

    private final ViewModel model;
    private final Feed feed;
    private final int largestPage;
    private @Nullable OData odata;
    private @Nullable ServiceMetadata metadata;

    ViewProcessor(ViewModel model, Feed feed, int largestPage) {
        this.model = model;
        this.feed = feed;
        this.largestPage = largestPage;
    }

    @Override
    public void init(OData odata, ServiceMetadata metadata) {
        this.odata = odata;
        this.metadata = metadata;
    }

    @Override
    public void countEntityCollection(ODataRequest request, ODataResponse response, UriInfo asked)
            throws ODataApplicationException, ODataLibraryException {
        Question question = read(asked);
        long count = fromDatabase(() -> Page.countOf(question, feed));
        response.setContent(new ByteArrayInputStream(Long.toString(count).getBytes(StandardCharsets.UTF_8)));
        response.setStatusCode(200);
        response.setHeader("Content-Type", ContentType.TEXT_PLAIN.toContentTypeString());
    }

    @Override
    public void readEntityCollection(ODataRequest request, ODataResponse response, UriInfo asked, ContentType format)
            throws ODataApplicationException, ODataLibraryException {
        Question question = read(asked);
        Integer preferred =
                odata().createPreferences(request.getHeaders("Prefer")).getMaxPageSize();
        int size = preferred == null ? largestPage : Math.max(1, Math.min(largestPage, preferred));
        Page page = fromDatabase(() -> Page.read(question, feed, size));
        EntityCollection entities = entities(question, page);
        if (page.next() != null) {
            entities.setNext(NextLink.of(request.getRawRequestUri(), page.next().written()));
        }
        EdmEntitySet set = entitySet(asked);
        EntityCollectionSerializerOptions options = EntityCollectionSerializerOptions.with()
                .contextURL(ContextURL.with()
                        .serviceRoot(URI.create(request.getRawBaseUri() + "/"))
                        .entitySet(set)
                        .selectList(odata().createUriHelper()
                                .buildContextURLSelectList(set.getEntityType(), null, asked.getSelectOption()))
                        .build())
                .select(asked.getSelectOption())
                .count(asked.getCountOption())
                .build();
        response.setContent(odata().createSerializer(format)
                .entityCollection(metadata(), set.getEntityType(), entities, options)
                .getContent());
        response.setStatusCode(200);
        response.setHeader("Content-Type", format.toContentTypeString());
        if (preferred != null) {
            response.setHeader("Preference-Applied", MAX_PAGE_SIZE + "=" + size);
        }
    }

    private static EntityCollection entities(Question question, Page page) {
        EntityCollection entities = new EntityCollection();
        page.rows().forEach(row -> entities.getEntities().add(entity(question.columns(), row)));
        if (page.count() != null) {
            entities.setCount(Math.toIntExact(page.count()));
        }
        return entities;
    }

    private static Entity entity(List<Column> columns, Feed.Row row) {
        Entity entity = new Entity();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object value = column.type().published(row.values().get(i));
            entity.addProperty(new Property(null, column.name(), ValueType.PRIMITIVE, value));
        }
        return entity;
    }

    private Question read(UriInfo asked) throws ODataApplicationException, ODataLibraryException {
        try {
            return new QuestionReader(model.view(entitySet(asked).getName()), asked).read();
        } catch (ODataApplicationException | ODataLibraryException known) {
            throw known;
        } catch (ODataException e) {
            throw Refused.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static EdmEntitySet entitySet(UriInfo asked) throws ODataApplicationException {
        if (asked.getUriResourceParts().get(0) instanceof UriResourceEntitySet set) {
            return set.getEntitySet();
        }
        throw Refused.unsupported("only views can be asked, such as fact_journey");
    }

    private interface Work<T> {
        T done() throws SQLException;
    }

    private static <T> T fromDatabase(Work<T> work) throws ODataApplicationException {
        try {
            return work.done();
        } catch (SQLException e) {
            throw DatabaseTrouble.of(e);
        }
    }

    private OData odata() {
        return Objects.requireNonNull(odata);
    }

    private ServiceMetadata metadata() {
        return Objects.requireNonNull(metadata);
    }
}
