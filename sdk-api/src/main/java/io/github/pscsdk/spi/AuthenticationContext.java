package io.github.pscsdk.spi;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * The engine's side of one login attempt, implemented by the engine and by the test kit only: a minor version may add
 * methods. For the thread of {@link Authenticator#authenticate} until that returns.
 *
 * <p>One attempt tells and asks at most 1,000 times, by this and by {@link #dialog()}. Further calls throw {@link
 * IllegalStateException}, and the login fails with {@code PLUGIN_FAILED}.
 */
public interface AuthenticationContext {

    /** The engine's clock. Use no other clock, because tests move this one. */
    Clock clock();

    /**
     * When the login must end: who still works then is interrupted, and the host is told {@code NO_ANSWER_IN_TIME}. If
     * you know better what was in the way, throw your own problem, without the interrupt as its cause.
     */
    Instant deadline();

    /**
     * Whether no other authenticator of the host's request follows this one. The next one is tried after a problem
     * whose {@link io.github.pscsdk.diagnostic.Problem#allowsNextWay allows} it, and never after the deadline. So if
     * this is not the last way, report such a problem early if nobody can mend it soon.
     */
    boolean isLastWay();

    /**
     * Which Pro Santé Connect the server half talks to; {@link Environment#UNKNOWN} where it speaks ANS's plain
     * contract alone.
     *
     * @throws PscException if the server half cannot tell
     * @throws InterruptedException if cancelled
     */
    Environment environment() throws PscException, InterruptedException;

    /**
     * Tells the engine whose device it is, once the device said so. If this way in is then unavailable, the next one
     * asks for that person, and a later login suggests the same. Never for an identifier that somebody typed.
     */
    void holder(NationalId read);

    /** Announces that the login waits for a card to insert or a badge to present; the engine announces the rest. */
    void waitingForDevice();

    /** Tells the person something in the authenticator's own words, which the host shows as plain text. */
    void progress(BilingualLine words);

    /** The questions to the person; those that are the engine's own get no answer. */
    LoginDialog dialog();

    /**
     * Looks again and again until something is there: for a device or a service that does not report by itself. An
     * exception of a look ends the wait.
     *
     * @param pause between two looks
     * @param limit how long, by {@link #clock()}; the wait ends at the deadline in any case
     * @param look what is there now; empty if it is not there yet
     * @return what the last look has found; empty once the time is over
     * @throws InterruptedException if cancelled
     */
    default <T> Optional<T> await(Duration pause, Duration limit, Callable<Optional<T>> look)
            throws PscException, InterruptedException {
        var ofLimit = clock().instant().plus(limit);
        var end = ofLimit.isBefore(deadline()) ? ofLimit : deadline();
        var found = Optional.<T>empty();
        try {
            found = look.call();
            while (found.isEmpty() && clock().instant().isBefore(end)) {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                found = look.call();
            }
        } catch (PscException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a look failed", e);
        }
        return found;
    }

    /**
     * Lets the server half ask the professional on a device, and waits for the answer.
     *
     * @throws PscException refused, expired, unknown, unavailable: see {@code LoginProblem};
     *     {@code MEANS_NOT_ACCEPTED}, before anybody is asked, where the host requires another means
     * @throws InterruptedException if cancelled; the server half is told to stop asking
     */
    Grant backchannel(BackchannelRequest request) throws PscException, InterruptedException;

    /**
     * Lets the server half begin a browser login, opens the system browser and waits. The browser returns to the server
     * half, never to the workstation.
     *
     * @throws PscException refused, expired, unavailable, no browser could be opened; {@code BROWSER_LOGIN_NOT_OFFERED}
     *     where the server half knows no login in the browser
     */
    Grant browser() throws PscException, InterruptedException;

    /**
     * The same for a person whom a device named.
     *
     * @throws PscException {@code IDENTITY_MISMATCH} if another person logs in; otherwise as {@link #browser()}
     */
    Grant browser(NationalId expected) throws PscException, InterruptedException;

    /** Tells the host something that does not stop the login, with the step announced last, or after the first. */
    void notice(Diagnostic finding);

    /**
     * Gives the engine a watch on the device. The engine runs it as long as the session lasts, and does what the host
     * chose when the device is removed. Call this before you ask; the watch begins once there is a session.
     *
     * @throws IllegalStateException if the attempt has a watch already
     */
    void watch(DeviceWatch watch);
}
