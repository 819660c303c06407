package io.github.pscsdk.relyingparty.internal.http;

/**
 * The status by which PSC or an API's authorization server answered, as the cause of a {@link
 * io.github.pscsdk.diagnostic.PscException}.
 */
public final class HttpStatusException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    public HttpStatusException(int status) {
        super("status " + status, null, false, false);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
