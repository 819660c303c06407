package io.github.pscsdk.spi;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import java.time.Clock;
import java.time.Instant;

/**
 * What the engine hands to a plug-in for one login. Implemented by the engine and by the test kit only, so a minor
 * version may add methods. Use it on the thread of {@link Authenticator#authenticate} and not after it returned.
 */
public interface AuthenticationContext {

    /** The engine's clock; use no other, so that tests can move it. */
    Clock clock();

    /** When to give up. */
    Instant deadline();

    /**
     * Whether the host named another authenticator to try after this one. It is tried after a problem whose {@link
     * io.github.pscsdk.diagnostic.Fallback} says so, and never after waiting in vain: where nobody can mend it soon, report such a
     * problem early.
     */
    boolean hasNextWay();

    /**
     * Which Pro Santé Connect the server half talks to.
     *
     * @throws PscException if the server half cannot tell
     * @throws InterruptedException if cancelled
     */
    Environment environment() throws PscException, InterruptedException;

    /**
     * Tells the engine whose the device is, as soon as the device has said so by itself. If this way in then turns out to be
     * unavailable, the next one of the request asks for that person without a question; a later login is offered the same
     * person. Never for an identifier that somebody typed.
     */
    void holder(NationalId read);

    /**
     * Tells the host where the login stands. A plug-in announces {@code WAITING_FOR_CARD} alone; the engine announces the
     * other steps by itself.
     */
    void progress(LoginProgress.Step step);

    /**
     * Has the server half ask the professional on a device, and waits for the answer.
     *
     * @throws PscException refused, expired, unknown, unavailable: see {@code LoginProblem}; {@code MEANS_NOT_ACCEPTED}, before anybody
     *     is asked, where the host requires another means
     * @throws InterruptedException if cancelled; the server half is told to stop asking
     */
    Grant backchannel(BackchannelRequest request) throws PscException, InterruptedException;

    /**
     * Has the server half begin a browser login, opens the system browser and waits for the answer, which comes back to
     * the server half and never to the workstation.
     *
     * @throws PscException refused, expired, unavailable, or no browser could be opened
     * @throws InterruptedException if cancelled
     */
    Grant browser() throws PscException, InterruptedException;

    /**
     * The same, by somebody whom a device named: the session must be that person's.
     *
     * @throws PscException {@code IDENTITY_MISMATCH} to the host if another one logs in; else as {@link #browser()}
     * @throws InterruptedException if cancelled
     */
    Grant browser(NationalId expected) throws PscException, InterruptedException;

    /**
     * Tells the host something that does not stop the login, together with the step that was announced last; where none
     * was, right after the first one.
     */
    void notice(Diagnostic finding);

    /**
     * Has the engine follow the device for as long as the session lasts, and do what the host wants when the device goes.
     * Call it before asking; the watch begins once there is a session.
     *
     * @throws IllegalStateException if the attempt has a watch already
     */
    void watch(DeviceWatch watch);
}
