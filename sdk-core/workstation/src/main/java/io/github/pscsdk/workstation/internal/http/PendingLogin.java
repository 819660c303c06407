package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.diagnostic.PscException;
import java.util.Optional;

/** A login that waits for the professional's answer: by the calls under {@code /v1}, or by those of ANS's plain contract. For one thread. */
public interface PendingLogin {
    /** Its id at the server half; whoever has this and the application token can take the login over. Empty where nobody can. */
    Optional<String> id();

    /**
     * Waits for the professional's answer, however long it takes. If it ends otherwise, the server half is told to stop
     * asking.
     *
     * @param dialog asked where the server half wants the code of its page
     * @throws PscException what the server half found, or if it stays out of reach until the login's deadline
     * @throws InterruptedException if interrupted
     */
    SessionHandle await(LoginDialog dialog) throws PscException, InterruptedException;
}
