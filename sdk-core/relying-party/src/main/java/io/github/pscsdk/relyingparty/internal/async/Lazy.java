package io.github.pscsdk.relyingparty.internal.async;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** A part that is made when it is first needed, once. Safe for any thread. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> make;
    private Consumer<T> whenMade = part -> {};
    private volatile T made;

    public Lazy(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        return made != null ? made : makeOnce();
    }

    private synchronized T makeOnce() {
        if (made == null) {
            var part = make.get();
            whenMade.accept(part);
            made = part;
        }
        return made;
    }

    /** Closes the part; one that somebody needs later, before they have it. */
    public synchronized void close(Consumer<T> end) {
        if (made == null) {
            whenMade = end;
        } else {
            end.accept(made);
        }
    }
}
