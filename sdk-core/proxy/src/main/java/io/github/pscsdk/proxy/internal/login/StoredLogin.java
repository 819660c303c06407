package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.access.Caller;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a login under {@code /v1} stands, as it lies in the store: any node answers for it, and moves it on by compare-and-set.
 *
 * @param application which began it: no other may see it
 * @param ipAddress from where, for the traces
 * @param ports of that connection
 * @param clientId under which client id
 * @param person the identifier that was asked, on a device; of who logged in, once a browser has come back
 * @param device by which the relying party knows it; empty in the browser way in
 * @param page where the professional's browser must go; empty on a device
 * @param deadline when it ends at the latest, in milliseconds since 1970
 * @param step how far it has come
 * @param session the handle of the session that it came to; nobody is told of it before {@link Step#DONE}
 * @param code of the browser's page
 * @param triesLeft how many codes are still heard
 * @param openedUntil when the node that opens the session has done so, or died; in milliseconds since 1970
 * @param sessionState the session's name at Pro Santé Connect
 * @param problem the code of what it failed with
 * @param facts of the problem
 * @param delivered whether a caller was told of the session: from then on it is theirs to end
 */
record StoredLogin(
        String application,
        String ipAddress,
        List<Integer> ports,
        String clientId,
        Optional<String> person,
        Optional<String> device,
        Optional<URI> page,
        long deadline,
        Step step,
        Optional<String> session,
        Optional<String> code,
        int triesLeft,
        long openedUntil,
        Optional<String> sessionState,
        Optional<String> problem,
        Map<String, String> facts,
        boolean delivered) {
    private static final int TRIES = 3;

    /** Longer than a node takes to fetch the tokens of all backends, side by side, and to keep a trace. */
    private static final Duration OPENING = Duration.ofSeconds(45);

    enum Step {
        /** For the professional. */
        WAITING,
        /** For the code of the browser's page. */
        CODE,
        /** One node fetches the tokens of the backends. */
        OPENING,
        DONE,
        FAILED
    }

    StoredLogin {
        ports = List.copyOf(Objects.requireNonNullElse(ports, List.of()));
        person = orEmpty(person);
        device = orEmpty(device);
        page = orEmpty(page);
        session = orEmpty(session);
        code = orEmpty(code);
        sessionState = orEmpty(sessionState);
        problem = orEmpty(problem);
        facts = Map.copyOf(Objects.requireNonNullElse(facts, Map.of()));
    }

    // Optional members that the JSON lacks arrive as null.
    private static <T> Optional<T> orEmpty(Optional<T> member) {
        return Objects.requireNonNullElse(member, Optional.empty());
    }

    private static StoredLogin waiting(
            Caller caller,
            String clientId,
            Optional<String> person,
            Optional<String> device,
            Optional<URI> page,
            Instant deadline) {
        return new StoredLogin(
                caller.application(),
                caller.origin().ipAddress(),
                caller.origin().ports(),
                clientId,
                person,
                device,
                page,
                deadline.toEpochMilli(),
                Step.WAITING,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                false);
    }

    static StoredLogin onDevice(Caller caller, String clientId, String person, String device, Instant deadline) {
        return waiting(caller, clientId, Optional.of(person), Optional.of(device), Optional.empty(), deadline);
    }

    static StoredLogin inBrowser(Caller caller, String clientId, URI page, Instant deadline) {
        return waiting(caller, clientId, Optional.empty(), Optional.empty(), Optional.of(page), deadline);
    }

    private StoredLogin at(
            Step next,
            Optional<String> who,
            Optional<String> handle,
            Optional<String> shown,
            int tries,
            long until,
            Optional<String> state,
            Optional<String> failure,
            Map<String, String> told,
            boolean isDelivered) {
        return new StoredLogin(
                application,
                ipAddress,
                ports,
                clientId,
                who,
                device,
                page,
                deadline,
                next,
                handle,
                shown,
                tries,
                until,
                state,
                failure,
                told,
                isDelivered);
    }

    /** The browser came back with somebody, whose code is awaited; empty where nobody waits for that any more. */
    Optional<StoredLogin> cameBack(PageCode shown, String handle, String who, Instant now) {
        return step == Step.WAITING && now.isBefore(end())
                ? Optional.of(awaiting(shown, handle, who))
                : Optional.empty();
    }

    private StoredLogin awaiting(PageCode shown, String handle, String who) {
        return at(
                Step.CODE,
                Optional.of(who),
                Optional.of(handle),
                Optional.of(shown.reveal()),
                TRIES,
                0,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                false);
    }

    /** A code was typed: the login goes on, with a try less, or has failed; empty where no code is awaited. */
    Optional<StoredLogin> offered(String typed, Instant now) {
        if (step != Step.CODE) {
            return Optional.empty();
        }
        if (PageCode.is(code.orElseThrow(), typed)) {
            return Optional.of(opening(session.orElseThrow(), openedUntil(now)));
        }
        return Optional.of(
                triesLeft > 1
                        ? withATryLess()
                        : failed(new PscException(LoginProblem.BROWSER_CODE_REJECTED, "the last wrong code")));
    }

    private StoredLogin withATryLess() {
        return at(step, person, session, code, triesLeft - 1, 0, sessionState, problem, facts, false);
    }

    /** Until when the node opens a session that begins to do so now. */
    static Instant openedUntil(Instant now) {
        return now.plus(OPENING).truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * One node opens that session from now on; empty where it is none that waits, and not one whose node has died.
     *
     * @param until by which that node has done so
     */
    Optional<StoredLogin> claimed(String handle, Instant until, Instant now) {
        return step == Step.WAITING || isLeftOpening(now) || isOpening(handle, until)
                ? Optional.of(opening(handle, until))
                : Optional.empty();
    }

    private StoredLogin opening(String handle, Instant until) {
        return at(
                Step.OPENING,
                person,
                Optional.of(handle),
                code,
                triesLeft,
                until.toEpochMilli(),
                sessionState,
                problem,
                facts,
                false);
    }

    StoredLogin done(String state) {
        return at(
                Step.DONE, person, session, code, triesLeft, 0, Optional.of(state), Optional.empty(), Map.of(), false);
    }

    StoredLogin failed(PscException failure) {
        return at(
                Step.FAILED,
                person,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.of(failure.problem().code()),
                failure.facts(),
                false);
    }

    StoredLogin told() {
        return at(step, person, session, code, triesLeft, 0, sessionState, problem, facts, true);
    }

    Instant end() {
        return Instant.ofEpochMilli(deadline);
    }

    boolean isOver() {
        return step == Step.DONE || step == Step.FAILED;
    }

    /** Whether that node opens that session, and no other one has gone on with it. */
    boolean isOpening(String handle, Instant until) {
        return step == Step.OPENING && openedUntil == until.toEpochMilli() && session.equals(Optional.of(handle));
    }

    /** Whether the node that was to open the session has died. */
    boolean isLeftOpening(Instant now) {
        return step == Step.OPENING && now.toEpochMilli() > openedUntil;
    }

    boolean isOf(Caller caller) {
        return application.equals(caller.application());
    }

    Caller.Origin origin() {
        return new Caller.Origin(ipAddress, ports);
    }

    PscException failure() {
        var known = problem.flatMap(LoginProblem::ofCode).orElse(LoginProblem.INTERRUPTED);
        return new PscException(known, "the login has failed", facts);
    }

    /** Prints no value: it is about a person. */
    @Override
    public String toString() {
        return "StoredLogin[" + clientId + ", " + step + "]";
    }
}
