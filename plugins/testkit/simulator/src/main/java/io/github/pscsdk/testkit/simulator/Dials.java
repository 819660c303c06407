package io.github.pscsdk.testkit.simulator;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The dials of one running simulator. A turn takes effect at the next request that it concerns.
 *
 * <p>Safe for any thread.
 */
public final class Dials {
    private final Map<Dial<?>, Object> turned = new ConcurrentHashMap<>();

    Dials() {}

    /** Turns a dial; what it was turned to before is forgotten. */
    public <T> Dials turn(Dial<T> dial, T value) {
        turned.put(dial, Objects.requireNonNull(value, "value"));
        return this;
    }

    /**
     * Turns a dial to what the text says.
     *
     * @throws IllegalArgumentException if it cannot be turned to that
     */
    public <T> void turnToText(Dial<T> dial, String text) {
        turn(dial, dial.parse(text));
    }

    /** What the dial is turned to; empty if it is not. */
    public <T> Optional<T> value(Dial<T> dial) {
        return Optional.ofNullable(turned.get(dial)).map(dial::cast);
    }

    /** What goes wrong with a request that reaches {@code endpoint} now. Where that was limited, there is one less to come. */
    public Optional<Fault> take(Endpoint endpoint) {
        var dial = Dial.fault(endpoint);
        var fault = value(dial);
        while (fault.isPresent() && fault.get() instanceof Fault.Times limited) {
            if (count(dial, limited)) {
                return Optional.of(limited.fault());
            }
            fault = value(dial);
        }
        return fault;
    }

    /** False if somebody else was quicker. */
    private boolean count(Dial<Fault> dial, Fault.Times limited) {
        return limited.left() == 1
                ? turned.remove(dial, limited)
                : turned.replace(dial, limited, limited.fault().times(limited.left() - 1));
    }

    /** Turns one dial back. */
    public void reset(Dial<?> dial) {
        turned.remove(dial);
    }

    /** Turns all dials back. */
    public void reset() {
        turned.clear();
    }

    /** Each dial that is turned, and to what, by name. */
    public Map<String, String> turned() {
        var texts = new TreeMap<String, String>();
        turned.forEach((dial, value) -> texts.put(dial.name(), value.toString()));
        return texts;
    }

    @Override
    public String toString() {
        return "Dials" + turned();
    }
}
