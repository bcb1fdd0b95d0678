package io.journeystream.serve.odata;

import java.util.Objects;
import org.apache.olingo.commons.api.format.ContentType;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataLibraryException;
import org.apache.olingo.server.api.ODataRequest;
import org.apache.olingo.server.api.ODataResponse;
import org.apache.olingo.server.api.ServiceMetadata;
import org.apache.olingo.server.api.processor.ServiceDocumentProcessor;
import org.apache.olingo.server.api.uri.UriInfo;
import org.jspecify.annotations.Nullable;

/** Tells which views there are, with the whole address of their description. */
final class Directory implements ServiceDocumentProcessor {
    private @Nullable OData odata;
    private @Nullable ServiceMetadata metadata;

    @Override
    public void init(OData odata, ServiceMetadata metadata) {
        this.odata = odata;
        this.metadata = metadata;
    }

    @Override
    public void readServiceDocument(ODataRequest request, ODataResponse response, UriInfo asked, ContentType format)
            throws ODataLibraryException {
        response.setContent(Objects.requireNonNull(odata)
                .createSerializer(format)
                .serviceDocument(metadata, request.getRawBaseUri() + "/")
                .getContent());
        response.setStatusCode(200);
        response.setHeader("Content-Type", format.toContentTypeString());
    }
}
