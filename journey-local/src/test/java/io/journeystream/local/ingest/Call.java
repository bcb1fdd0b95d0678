package io.journeystream.local.ingest;

import io.journeystream.local.http.Caller.Answer;
import io.journeystream.local.http.Contract.Documented;

/**
 * A request, and the documented answer that it must bring.
 *
 * @param why what brings this answer about
 */
record Call(String why, Documented expected, Request request) {
    static final String EVENTS = "/v1/events";
    static final String PROBLEM = "application/problem+json";
    static final String JSON = "application/json";

    /** Sends to one of the servers. */
    @FunctionalInterface
    interface Request {
        Answer send(Edges edges) throws Exception;
    }

    static Call post(int status, String type, String why, Request request) {
        return new Call(why, new Documented("post", EVENTS, status, type), request);
    }

    static Call refused(int status, String why, Request request) {
        return post(status, PROBLEM, why, request);
    }

    static Call get(String path, int status, String type, String why, Request request) {
        return new Call(why, new Documented("get", path, status, type), request);
    }

    @Override
    public String toString() {
        return expected.method() + " " + expected.path() + ": " + expected.status() + " " + why;
    }
}
