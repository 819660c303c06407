package io.github.pscsdk.testkit.card.internal.chip.data;

import java.util.function.Supplier;

/**
 * A value that is made at the first call: a key takes some tenths of a second, and most tests need none. For one
 * thread at a time.
 */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private T made;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
