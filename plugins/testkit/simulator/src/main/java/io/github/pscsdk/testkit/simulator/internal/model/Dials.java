package io.github.pscsdk.testkit.simulator.internal.model;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.persona.internal.json.Behaviour;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The values of the dials of one simulator; changes take effect at the next request. Safe for any thread. */
public final class Dials {
    private final Map<Dial<?>, Object> turned = new ConcurrentHashMap<>();
    private final Map<NationalId, Behaviour> ofPersons = new ConcurrentHashMap<>();

    /** Throws {@link IllegalArgumentException} if the text is no value of this dial. */
    public void turn(Dial<?> dial, String text) {
        turned.put(dial, dial.parse(text));
    }

    /** Sets how logins of one person go, before {@link Dial#BEHAVIOUR}; {@link #turned()} does not tell it. */
    public void turn(NationalId person, Behaviour behaviour) {
        ofPersons.put(person, behaviour);
    }

    public Optional<Behaviour> behaviour(NationalId person) {
        return Optional.ofNullable(ofPersons.get(person)).or(() -> value(Dial.BEHAVIOUR));
    }

    @SuppressWarnings("unchecked") // Only the dial's own values are put.
    public <T> Optional<T> value(Dial<T> dial) {
        return Optional.ofNullable((T) turned.get(dial));
    }

    public <T> boolean is(Dial<T> dial, T value) {
        return value(dial).equals(Optional.of(value));
    }

    /** The fault for a request that reaches {@code endpoint} now. If the number of faults is limited, this uses one. */
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

    /** False if another request used the last one. */
    private boolean count(Dial<Fault> dial, Fault.Times limited) {
        return limited.left() == 1
                ? turned.remove(dial, limited)
                : turned.replace(dial, limited, new Fault.Times(limited.fault(), limited.left() - 1));
    }

    public void reset(Dial<?> dial) {
        turned.remove(dial);
    }

    /** Resets what was set for one person. */
    public void reset(NationalId person) {
        ofPersons.remove(person);
    }

    /** Resets all dials, and what was set for single persons. */
    public void reset() {
        turned.clear();
        ofPersons.clear();
    }

    public Map<String, String> turned() {
        var texts = new TreeMap<String, String>();
        turned.forEach((dial, value) -> texts.put(dial.name(), value.toString()));
        return texts;
    }
}
