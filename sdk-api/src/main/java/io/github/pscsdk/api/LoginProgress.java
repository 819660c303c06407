package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.Optional;

/**
 * One step of a login. The consumer gets it on a thread of the login: be quick, do not block, and switch to the thread
 * of the user interface yourself. Its exceptions are logged and otherwise ignored. Do not build one outside tests: a
 * minor version may add a component.
 *
 * @param step the step that begins now
 * @param message the words of the authenticator, in {@link Step#MESSAGE}: plain text that begins with its name
 * @param bindingMessage the two digits to show, in {@link Step#CONFIRM_ON_DEVICE}
 * @param notice something that the person should know and that does not stop the login, such as one try left for the
 *     code. Always present in {@link Step#TRYING_NEXT_WAY}: the reason why the last authenticator was left
 * @param deadline when the login gives up by itself
 * @param ticket the ticket with which the host can {@linkplain LoginRequest#resuming resume} the login after a restart,
 *     in {@link Step#CONFIRM_ON_DEVICE} and {@link Step#CONTINUE_IN_BROWSER}. Empty in a login that watches a device,
 *     which a resume would not, and where the server half speaks ANS's plain contract alone
 */
public record LoginProgress(
        Step step,
        Optional<BilingualLine> message,
        Optional<BindingMessage> bindingMessage,
        Optional<Diagnostic> notice,
        Instant deadline,
        Optional<LoginTicket> ticket) {
    /** A minor version may add constants: keep a default branch. */
    public enum Step {
        /** The login waits for a device at the workstation, such as a card in its reader. Nobody was asked yet. */
        WAITING_FOR_DEVICE,
        /**
         * The authenticator says something in words of its own, see {@link LoginProgress#message}. Nobody was asked
         * yet.
         */
        MESSAGE,
        /** The professional must confirm on the phone or in CPS-Gestion; show the two digits. */
        CONFIRM_ON_DEVICE,
        /** The professional must go on in the browser window that was opened. */
        CONTINUE_IN_BROWSER,
        /** The answer has come and is being checked. */
        VERIFYING,
        /** The last authenticator is unavailable, as the notice says, and the next one of the request begins. */
        TRYING_NEXT_WAY
    }

    /** A step of which there is no more to say. */
    public static LoginProgress of(Step step, Instant deadline) {
        return new LoginProgress(
                step, Optional.empty(), Optional.empty(), Optional.empty(), deadline, Optional.empty());
    }

    /** A copy with something that the person should know. */
    public LoginProgress withNotice(Diagnostic finding) {
        return new LoginProgress(step, message, bindingMessage, Optional.of(finding), deadline, ticket);
    }
}
