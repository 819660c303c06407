package io.github.pscsdk.example.desktop.model;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The threads of the models.
 *
 * @param window the thread of the windows; models belong to it
 * @param background one thread for what waits: the disk, the network. One after the other, in order
 */
public record ModelThreads(Executor window, Executor background) {
    /** Works in the background, and gives what comes of it to the window's thread. */
    <T> void work(Supplier<T> work, Consumer<T> then) {
        background.execute(() -> {
            var outcome = work.get();
            window.execute(() -> then.accept(outcome));
        });
    }
}
