package io.journeystream.serve.odata;

import java.util.List;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataHandler;
import org.apache.olingo.server.api.ODataRequest;
import org.apache.olingo.server.api.ODataResponse;
import org.apache.olingo.server.api.ServiceMetadata;

/** Answers requests of OData v4 on some views. Knows no HTTP server: Olingo's own handler for servlets is not used. */
public final class ODataDesk {
    private final OData odata = OData.newInstance();
    private final ViewModel model;
    private final ServiceMetadata metadata;
    private final int largestPage;

    /** @param largestPage rows of a page at most, where a client wants no fewer */
    public ODataDesk(List<View> views, int largestPage) {
        this.model = new ViewModel(views);
        this.metadata = odata.createServiceMetadata(model, List.of());
        this.largestPage = largestPage;
    }

    /** Whether it has no views at all. */
    public boolean isEmpty() {
        return model.isEmpty();
    }

    /** What a client is answered who may see what the feed shows. */
    public ODataResponse answer(ODataRequest request, Feed feed) {
        ODataHandler handler = odata.createRawHandler(metadata);
        handler.register(new Directory());
        handler.register(new ViewProcessor(model, feed, largestPage));
        return handler.process(request);
    }
}
