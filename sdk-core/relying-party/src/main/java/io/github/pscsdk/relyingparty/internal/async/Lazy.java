package io.github.pscsdk.relyingparty.internal.async;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** A part that is made when it is first needed, once. Safe for any thread. */
public final class Lazy<T> implements Supplier<T> {
    // Of any type: that of a lambda is loaded with the lambda, long before the part is needed.
    private final Supplier<?> make;
    private Consumer<Object> whenMade = part -> {};
    private volatile T made;

    /** @param make makes a {@code T} */
    public Lazy(Supplier<?> make) {
        this.make = make;
    }

    @Override
    public T get() {
        return made != null ? made : makeOnce();
    }

    @SuppressWarnings("unchecked")
    private synchronized T makeOnce() {
        if (made == null) {
            var part = (T) make.get();
            whenMade.accept(part);
            made = part;
        }
        return made;
    }

    /** Closes the part; one that somebody needs later, before they have it. */
    public synchronized void close(Consumer<Object> end) {
        if (made == null) {
            whenMade = end;
        } else {
            end.accept(made);
        }
    }
}
