package io.journeystream.local.registry;

/** A request that the registry answers with an error, in the Confluent registry's codes. */
final class RestError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    RestError(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static RestError subjectNotFound(String subject) {
        return new RestError(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RestError versionNotFound(String version) {
        return new RestError(404, 40402, "Version " + version + " not found.");
    }

    static RestError schemaNotFound() {
        return new RestError(404, 40403, "Schema not found");
    }

    static RestError invalidSchema(String why) {
        return new RestError(422, 42201, "Invalid schema: " + why);
    }

    static RestError incompatible(String message) {
        return new RestError(409, 409, message);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
