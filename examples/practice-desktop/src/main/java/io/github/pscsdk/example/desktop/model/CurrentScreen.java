package io.github.pscsdk.example.desktop.model;

/** Which screen covers the window. */
public enum CurrentScreen {
    /** Nobody is logged in. */
    LOGIN,
    /** Somebody works. */
    WORK,
    /** The session is locked: nothing of the work may be seen. */
    LOCKED
}
