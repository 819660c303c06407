package io.github.pscsdk.api;

/** Whether a session may be used. A minor version may add constants: keep a default branch. */
public enum SessionState {
    /** Calls may succeed. */
    ACTIVE,
    /**
     * Calls fail with {@code SESSION_LOCKED}. Locked because its card was removed, the session becomes active again when
     * the same card comes back; locked by the host, it stays so.
     */
    LOCKED,
    /** Signed out, expired or ended by the server half; for good. */
    ENDED
}
