package io.github.pscsdk.testkit.simulator.model;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.persona.model.Behaviour;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The values of the dials of one simulator; changes take effect at the next request. Safe for any thread. */
public final class Dials {
    private final Map<Dial<?>, Object> turned = new ConcurrentHashMap<>();
    private final Map<NationalId, Behaviour> ofPersons = new ConcurrentHashMap<>();

    /** No dial is set. */
    public Dials() {}

    /** Sets a dial; replaces its value. */
    public <T> Dials turn(Dial<T> dial, T value) {
        turned.put(dial, Objects.requireNonNull(value, "value"));
        return this;
    }

    /** Sets a dial from text; throws {@link IllegalArgumentException} if it is no value of this dial. */
    public <T> void turnToText(Dial<T> dial, String text) {
        turn(dial, dial.parse(text));
    }

    /** Sets how logins of one person go, before {@link Dial#BEHAVIOUR}; {@link #turned()} does not tell it. */
    public Dials turn(NationalId person, Behaviour behaviour) {
        ofPersons.put(person, Objects.requireNonNull(behaviour, "behaviour"));
        return this;
    }

    /** How a login of that person goes, if it was set for this person or for anybody. */
    public Optional<Behaviour> behaviour(NationalId person) {
        return Optional.ofNullable(ofPersons.get(person)).or(() -> value(Dial.BEHAVIOUR));
    }

    /** The value of the dial; empty if it is not set. */
    public <T> Optional<T> value(Dial<T> dial) {
        return Optional.ofNullable(turned.get(dial)).map(dial::cast);
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
                : turned.replace(dial, limited, limited.fault().times(limited.left() - 1));
    }

    /** Resets one dial. */
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

    /** The name and the value of each dial that is set. */
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
