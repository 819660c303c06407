package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxyprotocol.internal.LoginState;
import io.github.pscsdk.proxyprotocol.internal.LoginState.TypedCode;
import io.github.pscsdk.workstation.internal.http.ServerHalf.CodeQuestion;
import io.github.pscsdk.workstation.internal.http.ServerHalf.PendingLogin;
import io.github.pscsdk.workstation.internal.json.DocumentMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * A login that the server half is busy with, {@code /v1/logins/{id}}: in the browser or on a device. For one thread.
 */
public final class PolledLogin implements PendingLogin {
    // The contract's maximum; the call itself gets some more time.
    private static final Duration LONG_POLL = Duration.ofSeconds(25);
    private static final Duration LONG_POLL_LIMIT = LONG_POLL.plusSeconds(10);
    // For a server half that answers at once instead of waiting.
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    // A text that cannot be a code is not sent, since it would cost a try; after a few the person is not asked again.
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final int MOST_QUESTIONS = 5;

    private final ServerCalls calls;
    private final String id;
    private final String path;
    private final Instant deadline;
    private final Optional<URI> authorizationUri;
    private boolean askedForCode;
    private boolean over;

    /** Refuses an id that could make another path of {@code /v1/logins/{id}}. */
    PolledLogin(ServerCalls calls, String id, Instant deadline, Optional<URI> authorizationUri) throws PscException {
        if (!ID.matcher(id).matches()) {
            throw new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, "the id of a login is none");
        }
        this.calls = calls;
        this.id = id;
        this.path = "v1/logins/" + id;
        this.deadline = deadline;
        this.authorizationUri = authorizationUri;
    }

    @Override
    public Optional<String> id() {
        return Optional.of(id);
    }

    public Optional<URI> authorizationUri() {
        return authorizationUri;
    }

    @Override
    public SessionHandle await(CodeQuestion code) throws PscException, InterruptedException {
        try {
            var state = calls.repeat(deadline, this::poll);
            while (LoginState.PENDING.equals(state.state()) || needsCode(state)) {
                if (needsCode(state)) {
                    state = giveCode(state, code);
                } else {
                    calls.sleep(PAUSE);
                    state = calls.repeat(deadline, this::poll);
                }
            }
            over = true;
            return outcome(state);
        } finally {
            cancel();
        }
    }

    /** Tells the server half to stop, unless the login is over already; takes a second at most. */
    public void cancel() {
        if (!over) {
            over = true;
            calls.sendEnd(ServerRequest.delete(path));
        }
    }

    /** Long poll: answers when the state changes, or after 25 s. */
    private LoginState poll() throws PscException, InterruptedException {
        return ask(ServerRequest.get(path + "?wait=" + LONG_POLL.toSeconds()).within(LONG_POLL_LIMIT));
    }

    private LoginState ask(ServerRequest request) throws PscException, InterruptedException {
        var response = calls.forward(request);
        if (response.status() == 404) {
            throw new PscException(LoginProblem.LOGIN_NOT_WAITING, "the server half no longer knows the login");
        }
        return ServerCalls.read(response, LoginState.class);
    }

    private LoginState giveCode(LoginState needed, CodeQuestion question) throws PscException, InterruptedException {
        int tries = needed.triesLeft()
                .filter(left -> left > 0)
                .orElseThrow(() -> new PscException(
                        LoginProblem.SERVER_HALF_ANSWER_INVALID, "a code is needed and no try is left"));
        var code = typedCode(tries, question)
                .orElseThrow(() -> new PscException(LoginProblem.BROWSER_CODE_MISSING, "nobody gave the code"));
        askedForCode = true;
        var request = ServerRequest.postJson(path + "/code", DocumentMapper.write(new TypedCode(Optional.of(code))));
        var sent = new AtomicBoolean();
        return calls.repeat(deadline, () -> {
            // A code whose answer was lost may have cost a try, or may have been the right one: so the state is asked
            // for before the code is sent again.
            if (sent.getAndSet(true)) {
                var state = poll();
                if (state.triesLeft().orElse(0) != tries) {
                    return state;
                }
            }
            return ask(request);
        });
    }

    private Optional<String> typedCode(int tries, CodeQuestion question) throws InterruptedException {
        for (var asked = 0; asked < MOST_QUESTIONS; asked++) {
            var typed = question.ask(tries, askedForCode || asked > 0)
                    .map(text -> SPACES.matcher(text).replaceAll(""));
            if (typed.isEmpty() || CODE.matcher(typed.get()).matches()) {
                return typed;
            }
        }
        return Optional.empty();
    }

    private static boolean needsCode(LoginState state) {
        return LoginState.CODE_NEEDED.equals(state.state());
    }

    private static SessionHandle outcome(LoginState state) throws PscException {
        if (LoginState.DONE.equals(state.state()) && state.proxySessionId().isPresent()) {
            return SessionHandle.received(state.proxySessionId().get());
        }
        var problem = state.problem().flatMap(LoginProblem::ofCode);
        if (LoginState.FAILED.equals(state.state()) && problem.isPresent()) {
            throw new PscException(
                    problem.get(), "the server half reports that the login failed", SafeText.facts(state.facts()));
        }
        throw new PscException(
                LoginProblem.SERVER_HALF_ANSWER_INVALID, "a login ended in a way that this version does not know");
    }
}
