package io.github.pscsdk.api;

/** The state of a session: whether it may be used. A minor version may add constants: keep a default branch. */
public enum SessionState {
    /** Calls may succeed. */
    ACTIVE,
    /**
     * Calls fail with {@code SESSION_LOCKED}. If it was locked because its card was removed, it becomes active again
     * when the same card comes back. If the host locked it, it stays locked.
     */
    LOCKED,
    /** Signed out, expired or ended by the server half. Never changes again. */
    ENDED
}
