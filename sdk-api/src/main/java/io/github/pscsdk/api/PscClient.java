package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.PscException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The SDK as practice software on a workstation sees it: one per application, safe for any thread.
 *
 * <p>Talks only to the vendor's own server half (the <i>Proxy e-Santé</i>), never to Pro Santé Connect, and holds no
 * token and no secret of the service.
 */
public interface PscClient extends AutoCloseable {

    /** The authenticators that are loaded and usable now, sorted by id. */
    List<AuthenticatorDescriptor> authenticators();

    /** The same as {@link #diagnose(Consumer)}, for who only wants the result. */
    default Diagnosis diagnose() throws InterruptedException {
        return diagnose(examination -> {});
    }

    /**
     * Finds out what this machine can find out about a login: network, server half, plug-ins and devices, side by side. Takes less than
     * 5 s whatever hangs; what does not answer in time is a finding.
     *
     * @param progress given each examination as it ends, on the calling thread; what it throws is logged
     * @throws InterruptedException if the calling thread is interrupted
     */
    Diagnosis diagnose(Consumer<Examination> progress) throws InterruptedException;

    /**
     * The login guide, for whoever is stuck: where each problem goes on, and what findings of {@link #diagnose()} settle. Needs
     * neither network nor device.
     *
     * @param locale French where it asks for French, English otherwise
     */
    LoginGuide guide(Locale locale);

    /**
     * Logs a professional in, on the calling thread, which may be interrupted to cancel.
     *
     * @throws PscException if no session came out of it; its problem says who must act
     * @throws InterruptedException if cancelled; the server half stops asking the professional within a second
     */
    AuthenticationSession login(LoginRequest request) throws PscException, InterruptedException;

    /**
     * The same on a thread of the client's own. Cancelling the future interrupts the work, whatever the flag says.
     *
     * @return completes with the session, or exceptionally with a {@link PscException}
     */
    CompletableFuture<AuthenticationSession> loginAsync(LoginRequest request);

    /**
     * Cancels what is going on, pending logins included, stops and unloads the plug-ins, and forgets whose card was read last.
     * Sessions live on at the server half.
     */
    @Override
    void close();
}
