package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The entry to the SDK for practice software on a workstation: one per application, safe for any thread. Talks only to
 * the vendor's own server half, and holds no token and no secret of the service.
 */
public interface PscClient extends AutoCloseable {

    /** The authenticators that are loaded and can be used, sorted by id. */
    List<AuthenticatorDescriptor> authenticators();

    /**
     * The obstacle that keeps an authenticator from serving a login now, as far as it says so; empty if a login can
     * begin. Touches no network. A login by another one is not forbidden.
     *
     * @return {@code AUTHENTICATOR_NOT_FOUND} if none of that id is loaded
     */
    Optional<Problem> obstacle(String authenticatorId);

    /** The plug-in folder; an empty one that nothing can be changed in, where the client has none. */
    Plugins plugins();

    /** The same as {@link #diagnose(Consumer)}, without progress. */
    default Diagnosis diagnose() throws InterruptedException {
        return diagnose(examination -> {});
    }

    /**
     * Examines everything that a login needs, all at the same time, in less than 5 s; a part that does not answer in
     * time is a finding.
     *
     * @param progress gets each examination as it ends, on the calling thread; its exceptions are logged
     */
    Diagnosis diagnose(Consumer<Examination> progress) throws InterruptedException;

    /** The login guide, in French where the locale asks for it. Needs neither network nor device. */
    LoginGuide guide(Locale locale);

    /**
     * Logs a professional in. The calling thread waits, and may be interrupted to cancel; an authenticator runs on a
     * thread of its own, and is given up where it does not end within a second after an interrupt, or after the
     * deadline.
     *
     * @throws PscException if there is no session; its problem says who must act
     * @throws InterruptedException if cancelled; the server half stops asking the professional within a second
     */
    AuthenticationSession login(LoginRequest request) throws PscException, InterruptedException;

    /** The same on a thread of the client; may fail with a {@link PscException}. Cancelling it interrupts the work. */
    CompletableFuture<AuthenticationSession> loginAsync(LoginRequest request);

    /**
     * Cancels running calls and pending logins, stops and unloads the plug-ins, and forgets the holder of the last
     * card. Sessions go on at the server half.
     */
    @Override
    void close();
}
