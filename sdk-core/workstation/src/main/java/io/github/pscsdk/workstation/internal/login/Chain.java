package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Fallback;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.internal.session.ProxySession;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A login from the beginning: the ways of a request in order, until one is available. For one thread. */
final class Chain {
    private static final Logger log = LoggerFactory.getLogger(Chain.class);

    private final Surroundings surroundings;
    private final Registry registry;
    private final LongSupplier numbers;
    private final LoginRequest request;
    private final Instant deadline;
    private final Alarm alarm;
    private final Learnt learnt;

    Chain(
            Surroundings surroundings,
            Registry registry,
            LongSupplier numbers,
            LoginRequest request,
            Instant deadline,
            Alarm alarm) {
        this.surroundings = surroundings;
        this.registry = registry;
        this.numbers = numbers;
        this.request = request;
        this.deadline = deadline;
        this.alarm = alarm;
        this.learnt = new Learnt(surroundings.lastCard());
    }

    /** A way that was left. */
    private record Left(String authenticatorId, PscException failure) {
        Diagnostic why() {
            return new Diagnostic(failure.problem(), Severity.WARNING, Map.of("authenticator", authenticatorId));
        }
    }

    ProxySession run() throws PscException, InterruptedException {
        Optional<Left> left = Optional.empty();
        var ids = request.authenticatorIds().iterator();
        while (true) {
            alarm.check();
            var way = new Way(turn(ids.next()));
            try {
                return way.take(left);
            } catch (PscException e) {
                // An authenticator may throw the same exception twice, and none can suppress itself.
                left.map(Left::failure).filter(other -> other != e).ifPresent(e::addSuppressed);
                if (!ids.hasNext() || !way.leavesRoomAfter(e.problem())) {
                    throw e;
                }
                left = Optional.of(new Left(way.turn.authenticatorId(), e));
            }
        }
    }

    /** One of the ways; whether its authenticator is there shows when it is taken. */
    private final class Way {
        private final Turn turn;
        private Optional<Attempt> attempt = Optional.empty();

        Way(Turn turn) {
            this.turn = turn;
        }

        ProxySession take(Optional<Left> before) throws PscException, InterruptedException {
            log.info("login {}: begins with {}", turn.number(), turn.authenticatorId());
            var progress = turn.progress();
            before.map(Left::why).ifPresent(progress::tryingNextWay);
            try {
                attempt = Optional.of(new Attempt(turn, station(turn), alarm, progress, learnt));
                var session = attempt.get().run();
                log.info("login {}: done", turn.number());
                return session;
            } catch (PscException e) {
                var problem = e.problem();
                log.warn("login {}: {} {}", turn.number(), problem.code(), problem.name());
                throw e;
            }
        }

        boolean leavesRoomAfter(Problem problem) {
            return attempt.map(tried -> tried.leavesRoomAfter(problem))
                    .orElseGet(() -> problem.fallback() == Fallback.NEXT_WAY);
        }
    }

    private Turn turn(String authenticatorId) {
        return new Turn(
                surroundings,
                learnt.addedTo(request),
                authenticatorId,
                numbers.getAsLong(),
                deadline,
                RequiredMeans.of(request.requiredMeans()));
    }

    private Station station(Turn turn) throws PscException {
        return registry.find(turn.authenticatorId())
                .orElseThrow(() -> new PscException(LoginProblem.AUTHENTICATOR_NOT_FOUND, "none of that id is loaded"));
    }
}
