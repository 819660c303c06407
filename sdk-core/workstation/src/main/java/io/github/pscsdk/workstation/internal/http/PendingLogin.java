package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.json.LoginState;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A login that the server half is busy with. For one thread. */
public final class PendingLogin {
    // So that a server half that does not wait is not hammered.
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final LoginResource login;
    private final Endurance endurance;
    private final Optional<URI> authorizationUri;
    private boolean over;

    PendingLogin(LoginResource login, Endurance endurance, Optional<URI> authorizationUri) {
        this.login = login;
        this.endurance = endurance;
        this.authorizationUri = authorizationUri;
    }

    /** By what the server half knows it; whoever has this and the application token can follow it. */
    public String id() {
        return login.id();
    }

    /** The page to open, in the browser way in. */
    public Optional<URI> authorizationUri() {
        return authorizationUri;
    }

    /**
     * Waits for the professional's answer, however long it takes. If it ends otherwise, the server half is told to stop
     * asking.
     *
     * @param codes asked where the server half wants the code of its page
     * @throws PscException what the server half found, or if it stays out of reach until the login's deadline
     * @throws InterruptedException if interrupted
     */
    public SessionHandle await(BrowserCodes codes) throws PscException, InterruptedException {
        try {
            var code = new CodeExchange(login, endurance, codes);
            var state = poll();
            while (state.isPending() || state.needsCode()) {
                state = state.needsCode() ? code.after(state) : pollLater();
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
            login.end();
        }
    }

    private LoginState pollLater() throws PscException, InterruptedException {
        endurance.pause(PAUSE);
        return poll();
    }

    private LoginState poll() throws PscException, InterruptedException {
        return endurance.through(login::look);
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
