package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a login stands. Handed to the consumer of {@link LoginRequest#withProgress} on the login's thread: be quick,
 * do not block, hop to the user-interface thread yourself. A consumer that throws is logged and otherwise ignored.
 */
public interface LoginProgress {
    /** A minor version may add constants: keep a default branch. */
    enum Step {
        /** Nothing was asked yet: a card is awaited. */
        WAITING_FOR_CARD,
        /** The professional must confirm on the phone or in CPS-Gestion; show the two digits. */
        CONFIRM_ON_DEVICE,
        /** The professional must go on in the browser window that was opened. */
        CONTINUE_IN_BROWSER,
        /** The answer is there and is being checked. */
        VERIFYING,
        /** The way in that was tried is unavailable, as the notice says, and the next one of the request begins. */
        TRYING_NEXT_WAY
    }

    /** The step that begins now. */
    Step step();

    /** The two digits to show, in {@link Step#CONFIRM_ON_DEVICE}. */
    Optional<BindingMessage> bindingMessage();

    /**
     * Something that the person should know and that does not stop the login, such as one try left for the code. In
     * {@link Step#TRYING_NEXT_WAY} always: why the way before was left.
     */
    Optional<Diagnostic> notice();

    /** When the login gives up by itself. */
    Instant deadline();

    /**
     * By what the host can {@linkplain LoginRequest#resuming go on} after a restart, in {@link Step#CONFIRM_ON_DEVICE} and {@link
     * Step#CONTINUE_IN_BROWSER}. Empty in a login whose device is followed, such as by card: resumed, the session would no longer
     * be locked when the card is removed.
     */
    Optional<LoginTicket> ticket();
}
