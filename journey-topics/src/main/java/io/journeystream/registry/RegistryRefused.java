package io.journeystream.registry;

/** The registry answered and said no; the same request will be refused again. Somebody has to change something. */
public final class RegistryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegistryRefused(String message) {
        super(message);
    }
}
