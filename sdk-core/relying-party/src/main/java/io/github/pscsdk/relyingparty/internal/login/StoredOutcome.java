package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.sessionstore.StoreException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * How a back-channel login ended, as it lies in the store for the nodes that did not poll for it.
 *
 * @param session its handle
 * @param problem the code of what it failed with; empty of a session, and of what was cancelled
 * @param facts of the problem
 */
record StoredOutcome(Optional<String> session, Optional<String> problem, Map<String, String> facts) {
    StoredOutcome {
        session = Objects.requireNonNullElse(session, Optional.empty());
        problem = Objects.requireNonNullElse(problem, Optional.empty());
        facts = Map.copyOf(Objects.requireNonNullElse(facts, Map.of()));
    }

    static StoredOutcome of(PscSession session) {
        return new StoredOutcome(Optional.of(session.id().value()), Optional.empty(), Map.of());
    }

    static StoredOutcome of(Throwable failure) {
        var cause = Futures.causeOf(failure);
        if (cause instanceof CancellationException) {
            return cancelled();
        }
        if (cause instanceof PscException known) {
            return new StoredOutcome(
                    Optional.empty(), Optional.of(known.problem().code()), known.facts());
        }
        var problem = cause instanceof StoreException store ? store.problem() : LoginProblem.PSC_ANSWER_INVALID;
        return new StoredOutcome(Optional.empty(), Optional.of(problem.code()), Map.of());
    }

    /** Of a login that PSC has granted, or may have, and whose session nobody gets. */
    static StoredOutcome interrupted() {
        return new StoredOutcome(Optional.empty(), Optional.of(LoginProblem.INTERRUPTED.code()), Map.of());
    }

    static StoredOutcome cancelled() {
        return new StoredOutcome(Optional.empty(), Optional.empty(), Map.of());
    }

    /** What whoever waits on another node is told, of what brought no session. */
    Exception failure() {
        return problem.<Exception>map(code -> new PscException(
                        LoginProblem.ofCode(code).orElse(LoginProblem.INTERRUPTED),
                        "the login has failed on a node",
                        facts))
                .orElseGet(CancellationException::new);
    }

    /** Prints no handle. */
    @Override
    public String toString() {
        return "StoredOutcome[" + problem.orElse(session.isPresent() ? "a session" : "cancelled") + "]";
    }
}
