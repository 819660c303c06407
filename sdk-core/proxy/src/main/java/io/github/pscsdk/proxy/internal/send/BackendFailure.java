package io.github.pscsdk.proxy.internal.send;

/** A backend gave no answer that can be passed on. */
public final class BackendFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    BackendFailure(int status, Throwable cause) {
        super("backend failure " + status, cause);
        this.status = status;
    }

    /** 502 where the answer was unusable, 503 where nobody was there, 504 where it took too long. */
    public int status() {
        return status;
    }
}
