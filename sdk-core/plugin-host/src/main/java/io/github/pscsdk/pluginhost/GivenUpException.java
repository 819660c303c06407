package io.github.pscsdk.pluginhost;

/**
 * An attempt was interrupted, and its authenticator did not end within a second. Its thread may go on; whatever it still
 * brings is not used.
 */
public final class GivenUpException extends InterruptedException {
    private static final long serialVersionUID = 1L;

    GivenUpException() {
        super("the authenticator did not end although it was interrupted");
    }
}
