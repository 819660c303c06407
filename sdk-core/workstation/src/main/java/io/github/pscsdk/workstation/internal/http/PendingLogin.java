package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.json.LoginState;
import io.github.pscsdk.workstation.internal.time.Sleeper;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A login that the server half is busy with. For one thread. */
public final class PendingLogin {
    private static final Logger log = LoggerFactory.getLogger(PendingLogin.class);

    // The contract's maximum; the call itself gets some more time.
    private static final Duration LONG_POLL = Duration.ofSeconds(25);
    private static final Duration LONG_POLL_LIMIT = LONG_POLL.plusSeconds(10);
    // So that a server half that does not wait is not hammered.
    private static final Duration PAUSE = Duration.ofMillis(200);
    // A practice's network has short gaps, and the person is already holding the phone.
    private static final Duration PAUSE_IN_GAP = Duration.ofSeconds(1);
    private static final int POLLS_IN_GAP = 3;

    private final Conversation conversation;
    private final Sleeper sleeper;
    private final String path;
    private final Optional<URI> authorizationUri;
    private boolean over;

    PendingLogin(Conversation conversation, Sleeper sleeper, String path, Optional<URI> authorizationUri) {
        this.conversation = conversation;
        this.sleeper = sleeper;
        this.path = path;
        this.authorizationUri = authorizationUri;
    }

    /** The page to open, in the browser way in. */
    public Optional<URI> authorizationUri() {
        return authorizationUri;
    }

    /**
     * Waits for the professional's answer, however long it takes. If it ends otherwise, the server half is told to stop
     * asking.
     *
     * @throws PscException what the server half found, or if it can no longer be reached
     * @throws InterruptedException if interrupted
     */
    public SessionHandle await() throws PscException, InterruptedException {
        try {
            var state = poll();
            while ("PENDING".equals(state.state())) {
                sleeper.sleep(PAUSE);
                state = poll();
            }
            over = true;
            return outcome(state);
        } finally {
            cancel();
        }
    }

    /** Has the server half stop asking, unless it has answered; takes no longer than a second. */
    public void cancel() {
        if (!over) {
            over = true;
            conversation.sayFarewell(Question.delete(path));
        }
    }

    private LoginState poll() throws PscException, InterruptedException {
        var question = Question.get(path + "?wait=" + LONG_POLL.toSeconds()).within(LONG_POLL_LIMIT);
        for (var missed = 0; ; missed++) {
            try {
                return state(conversation.forward(question));
            } catch (PscException e) {
                if (e.problem() != LoginProblem.SERVER_HALF_UNREACHABLE || missed == POLLS_IN_GAP) {
                    throw e;
                }
                log.info("the server half did not answer a poll; asking again");
                sleeper.sleep(PAUSE_IN_GAP);
            }
        }
    }

    private LoginState state(Answer answer) throws PscException {
        if (answer.status() == 404) {
            throw new PscException(LoginProblem.LOGIN_NOT_WAITING, "the server half no longer knows the login");
        }
        return conversation.read(answer, LoginState.class);
    }

    private static SessionHandle outcome(LoginState state) throws PscException {
        if ("DONE".equals(state.state()) && state.session().isPresent()) {
            return SessionHandle.received(state.session().get());
        }
        var problem = state.problem().flatMap(LoginProblem::ofCode);
        if ("FAILED".equals(state.state()) && problem.isPresent()) {
            throw new PscException(problem.get(), "the server half reports that the login failed");
        }
        throw new PscException(
                LoginProblem.SERVER_HALF_ANSWER_INVALID, "a login ended in a way that this version does not know");
    }
}
