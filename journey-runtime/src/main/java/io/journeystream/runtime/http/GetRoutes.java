package io.journeystream.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** Routes that tell and change nothing. HEAD must tell what GET would; left to itself the server says 200 to it. */
public final class GetRoutes {
    private GetRoutes() {}

    /** Adds a route for GET and HEAD. */
    public static void add(RoutesConfig routes, String path, Handler handler) {
        routes.addHttpHandler(HandlerType.GET, path, handler);
        routes.addHttpHandler(HandlerType.HEAD, path, handler);
    }
}
