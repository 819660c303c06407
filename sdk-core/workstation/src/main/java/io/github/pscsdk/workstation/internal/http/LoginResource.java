package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.json.GivenCode;
import io.github.pscsdk.workstation.internal.json.LoginState;
import java.time.Duration;
import java.util.regex.Pattern;

/** One login as the server half has it, {@code /v1/logins/{id}}. Each method is one call. */
final class LoginResource {
    // The contract's maximum; the call itself gets some more time.
    private static final Duration LONG_POLL = Duration.ofSeconds(25);
    private static final Duration LONG_POLL_LIMIT = LONG_POLL.plusSeconds(10);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private final Conversation conversation;
    private final String id;
    private final String path;

    /** Refuses an id that would lead elsewhere. */
    LoginResource(Conversation conversation, String id) throws PscException {
        if (!ID.matcher(id).matches()) {
            throw new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, "the id of a login is none");
        }
        this.conversation = conversation;
        this.id = id;
        this.path = "v1/logins/" + id;
    }

    String id() {
        return id;
    }

    /** Where it stands; answers when that changes, or after a while. */
    LoginState look() throws PscException, InterruptedException {
        return ask(Question.get(path + "?wait=" + LONG_POLL.toSeconds()).within(LONG_POLL_LIMIT));
    }

    /** Where it stands after this code. */
    LoginState give(String code) throws PscException, InterruptedException {
        return ask(Question.postJson(path + "/code", conversation.documents().write(new GivenCode(code))));
    }

    /** Ends it; takes no longer than a second, whether it is heard or not. */
    void end() {
        conversation.sayFarewell(Question.delete(path));
    }

    private LoginState ask(Question question) throws PscException, InterruptedException {
        var answer = conversation.forward(question);
        if (answer.status() == 404) {
            throw new PscException(LoginProblem.LOGIN_NOT_WAITING, "the server half no longer knows the login");
        }
        return conversation.read(answer, LoginState.class);
    }
}
