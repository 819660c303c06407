package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.ShortText;
import java.time.Instant;
import java.util.Optional;

/**
 * One step of a login. The consumer gets it on a thread of the login: be quick, do not block, and switch to the thread
 * of the user interface yourself. Its exceptions are logged and otherwise ignored.
 */
public interface LoginProgress {
    /** A minor version may add constants: keep a default branch. */
    enum Step {
        /** The login waits for a device at the workstation, such as a card in its reader. Nobody was asked yet. */
        WAITING_FOR_DEVICE,
        /** The authenticator says something in words of its own, see {@link LoginProgress#message}. Nobody was asked yet. */
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

    /** The step that begins now. */
    Step step();

    /** The words of the authenticator, in {@link Step#MESSAGE}: plain text that begins with its name. */
    default Optional<ShortText> message() {
        return Optional.empty();
    }

    /** The two digits to show, in {@link Step#CONFIRM_ON_DEVICE}. */
    Optional<BindingMessage> bindingMessage();

    /**
     * Something that the person should know and that does not stop the login, such as one try left for the code.
     * Always present in {@link Step#TRYING_NEXT_WAY}: the reason why the last authenticator was left.
     */
    Optional<Diagnostic> notice();

    /** When the login gives up by itself. */
    Instant deadline();

    /**
     * The ticket with which the host can {@linkplain LoginRequest#resuming resume} the login after a restart, in {@link
     * Step#CONFIRM_ON_DEVICE} and {@link Step#CONTINUE_IN_BROWSER}. Empty in a login that watches a device, which a
     * resume would not, and where the server half speaks ANS's plain contract alone.
     */
    Optional<LoginTicket> ticket();
}
