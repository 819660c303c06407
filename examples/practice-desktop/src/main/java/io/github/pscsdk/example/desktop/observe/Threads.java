package io.github.pscsdk.example.desktop.observe;

import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Where work is done.
 *
 * @param window the thread of the windows; models belong to it
 * @param background one thread for what waits: the disk, the network. One after the other, in order
 */
public record Threads(Executor window, Executor background) {
    /** Checks. */
    public Threads {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(background, "background");
    }
}
