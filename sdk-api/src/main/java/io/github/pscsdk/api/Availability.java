package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.Problem;
import java.util.Objects;
import java.util.Optional;

/** Whether an authenticator could serve a login now. A login by another one is not forbidden. Immutable. */
public final class Availability {
    /** Why or why not. A minor version may add constants: keep a default branch. */
    public enum State {
        /** A login can begin, as far as it is known without one. */
        AVAILABLE,
        /** The device is not there; a person can plug it in. */
        NO_DEVICE,
        /** It cannot be used here until somebody changes how the workstation is set up. */
        DISABLED
    }

    private static final Availability AVAILABLE = new Availability(State.AVAILABLE, Optional.empty());

    private final State state;
    private final Optional<Problem> problem;

    private Availability(State state, Optional<Problem> problem) {
        this.state = state;
        this.problem = problem;
    }

    /** A login can begin. */
    public static Availability available() {
        return AVAILABLE;
    }

    /** The device is not there. */
    public static Availability noDevice(Problem why) {
        return new Availability(State.NO_DEVICE, Optional.of(why));
    }

    /** It cannot be used here. */
    public static Availability disabled(Problem why) {
        return new Availability(State.DISABLED, Optional.of(why));
    }

    /** Why or why not. */
    public State state() {
        return state;
    }

    /** What is in the way; empty if a login can begin. */
    public Optional<Problem> problem() {
        return problem;
    }

    /** Whether a login can begin. */
    public boolean isAvailable() {
        return state == State.AVAILABLE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Availability availability
                && state == availability.state
                && problem.equals(availability.problem);
    }

    @Override
    public int hashCode() {
        return Objects.hash(state, problem);
    }

    @Override
    public String toString() {
        return "Availability[" + state + problem.map(why -> ", " + why.code()).orElse("") + "]";
    }
}
