package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.thread.Patience;
import io.github.pscsdk.workstation.internal.json.LoginStart;
import io.github.pscsdk.workstation.internal.json.LoginStarted;
import io.github.pscsdk.workstation.internal.json.SessionDocument;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one login asks of the server half, from its beginning to who logged in. */
public final class LoginCalls {
    private static final Logger log = LoggerFactory.getLogger(LoginCalls.class);

    private final Conversation conversation;
    private final String clientId;
    private final Endurance endurance;

    LoginCalls(Conversation conversation, String clientId, Endurance endurance) {
        this.conversation = conversation;
        this.clientId = clientId;
        this.endurance = endurance;
    }

    /** Has Pro Santé Connect ask the professional on a device. Interrupted, whatever it began is cancelled. */
    public PendingLogin start(BackchannelRequest request, BindingMessage message)
            throws PscException, InterruptedException {
        return start(new LoginStart(
                "BACKCHANNEL",
                clientId,
                Optional.of(request.nationalId().value()),
                Optional.of(request.channel().name()),
                Optional.of(message.digits())));
    }

    /** Begins a login in the browser; the address to open is in the answer. Interrupted, it is cancelled. */
    public PendingLogin startBrowser() throws PscException, InterruptedException {
        var pending = start(new LoginStart("BROWSER", clientId, Optional.empty(), Optional.empty(), Optional.empty()));
        if (pending.authorizationUri().isEmpty()) {
            pending.cancel();
            throw new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, "a login in the browser has no page");
        }
        return pending;
    }

    /** One that was begun before; asks nothing yet. */
    public PendingLogin resume(String id) throws PscException {
        return new PendingLogin(new LoginResource(conversation, id), endurance, Optional.empty());
    }

    /** Who logged in, how, and until when. */
    public SessionDocument session(SessionHandle handle) throws PscException, InterruptedException {
        return endurance.through(
                () -> conversation.ask(Question.get("v1/session").of(handle), SessionDocument.class));
    }

    private PendingLogin start(LoginStart start) throws PscException, InterruptedException {
        var exchange = conversation.begin(
                Question.postJson("v1/logins", conversation.documents().write(start)));
        try {
            return pending(exchange.await());
        } catch (InterruptedException e) {
            // The request may have been heard: what it begins must be cancelled as soon as its id is known.
            Patience.waitFor(exchange.answer().thenAccept(this::cancel), Conversation.FAREWELL);
            throw e;
        }
    }

    private void cancel(Answer answer) {
        try {
            pending(answer).cancel();
        } catch (PscException e) {
            log.debug("a login that was cancelled while it began had not begun");
        }
    }

    private PendingLogin pending(Answer answer) throws PscException {
        var started = conversation.read(answer, LoginStarted.class);
        var login = new LoginResource(conversation, started.id());
        var pending = new PendingLogin(login, endurance, started.authorizationUri());
        if (!started.authorizationUri().map(LoopbackOrTls::allows).orElse(true)) {
            // It goes to the desktop, which opens far more than web pages.
            pending.cancel();
            throw new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, "the login page has no https address");
        }
        return pending;
    }
}
