package io.github.pscsdk.example.desktop.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something a window shows. Its methods belong to one thread, the window's; it tells its listeners on that thread. */
public abstract class ObservableModel {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Calls back after each change, until the result is run. */
    public final Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    protected final void changed() {
        listeners.forEach(Runnable::run);
    }
}
