package io.github.pscsdk.relyingparty.internal.async;

import java.util.function.Supplier;

/** A part that is made when it is first needed, once. Safe for any thread. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> make;
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
            made = make.get();
        }
        return made;
    }
}
