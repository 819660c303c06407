package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.Channel;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.http.PendingLogin;
import io.github.pscsdk.workstation.internal.http.SessionHandle;
import java.util.Optional;

/** The one question of one turn, by one way in: whom it asks for, and what came of it. For one thread. */
final class Asking {
    private final Turn turn;
    private final Progress progress;
    private final LoginDialog dialog;
    private boolean begun;
    private Optional<NationalId> named;
    private Optional<NationalId> expected = Optional.empty();
    private Optional<Channel> channel = Optional.empty();
    private Optional<SessionGrant> grant = Optional.empty();
    private Optional<PscException> failure = Optional.empty();

    Asking(Turn turn, Progress progress, LoginDialog dialog) {
        this.turn = turn;
        this.progress = progress;
        this.dialog = dialog;
        this.named = turn.request().nationalId();
    }

    /** Who is asked for unless the authenticator names somebody. */
    void names(Optional<NationalId> person) {
        named = person;
    }

    /** On a device, with digits of its own: a new attempt shows new ones. */
    SessionGrant onDevice(BackchannelRequest request, boolean followed) throws PscException, InterruptedException {
        return once(() -> {
            expected = Optional.of(request.nationalId());
            channel = Optional.of(request.channel());
            turn.required().checkBeforeAsking(request.channel());
            var digits = BindingMessage.draw();
            var pending = turn.server().start(request, digits);
            return await(pending, Optional.of(digits), followed);
        });
    }

    SessionGrant inBrowser(Optional<NationalId> who, boolean followed) throws PscException, InterruptedException {
        return once(() -> {
            expected = who;
            var pending = turn.server().startBrowser();
            new LoginPage(turn.surroundings(), dialog).open(pending);
            return await(pending, Optional.empty(), followed);
        });
    }

    /** Goes on where another process stopped. */
    SessionGrant resumed(PendingTicket ticket) throws PscException, InterruptedException {
        return once(() -> {
            expected = ticket.expected();
            channel = ticket.channel();
            return await(turn.server().resume(ticket.loginId()), ticket.digits(), false);
        });
    }

    private SessionHandle await(PendingLogin pending, Optional<BindingMessage> digits, boolean followed)
            throws PscException, InterruptedException {
        var step = channel.isPresent() ? Step.CONFIRM_ON_DEVICE : Step.CONTINUE_IN_BROWSER;
        // Resumed, nobody would follow the device any more.
        var ticket = followed ? Optional.<LoginTicket>empty() : Optional.of(ticket(pending, digits));
        progress.report(step, digits, ticket);
        return pending.await(new TypedCodes(dialog));
    }

    private LoginTicket ticket(PendingLogin pending, Optional<BindingMessage> digits) {
        return new PendingTicket(
                        pending.id(),
                        turn.authenticatorId(),
                        channel,
                        turn.deadline(),
                        digits,
                        expected(),
                        turn.required())
                .written();
    }

    private interface Question {
        SessionHandle ask() throws PscException, InterruptedException;
    }

    private SessionGrant once(Question question) throws PscException, InterruptedException {
        if (begun) {
            throw new IllegalStateException("an attempt asks by one way in, once");
        }
        begun = true;
        try {
            var given = new SessionGrant(question.ask());
            grant = Optional.of(given);
            return given;
        } catch (PscException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /** Who must be the one who answered: whom the device, or else the caller, named. */
    Optional<NationalId> expected() {
        return expected.or(() -> named);
    }

    /** On which device the professional was asked; empty in the browser. */
    Optional<Channel> channel() {
        return channel;
    }

    /** The grant that this gave, if it gave one. */
    Optional<SessionGrant> grant() {
        return grant;
    }

    /** How the way in failed, whatever the authenticator made of it. */
    Optional<PscException> failure() {
        return failure;
    }
}
