package io.github.pscsdk.api;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who shall log in and how. Immutable; begin with {@link #using} and add by the with-methods, each of which returns a
 * copy.
 */
public final class LoginRequest {
    /** How long a login may take in all unless the request says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    private final LoginSettings settings;

    private LoginRequest(LoginSettings settings) {
        this.settings = settings;
    }

    private LoginRequest with(Consumer<LoginSettings> change) {
        var copy = settings.copy();
        change.accept(copy);
        return new LoginRequest(copy);
    }

    /**
     * Starts a request.
     *
     * @param authenticatorIds in order of preference: the next one is tried when one is unavailable, never when the
     *     professional refused; see {@link io.github.pscsdk.diagnostic.Fallback}. {@code browser} is always there
     */
    public static LoginRequest using(String... authenticatorIds) {
        if (authenticatorIds.length == 0) {
            throw new IllegalArgumentException("name at least one authenticator");
        }
        return new LoginRequest(new LoginSettings(List.of(authenticatorIds), Optional.empty()));
    }

    /**
     * Goes on with a login that was pending when the software stopped: nobody is asked anew, the same two digits are announced, the
     * deadline is the same, and the person, the means and the code of a browser login are checked as if nothing had happened. A
     * browser window is not opened again. Fails with {@code LOGIN_NOT_WAITING} where the server half no longer knows the login, and
     * with {@code NO_ANSWER_IN_TIME} after its deadline.
     *
     * <p>Way in, person and time limit are the ticket's; of the with-methods those count that say who follows and answers, and
     * {@link #requiring} in addition to what the ticket requires.
     */
    public static LoginRequest resuming(LoginTicket ticket) {
        return new LoginRequest(new LoginSettings(List.of(), Optional.of(ticket)));
    }

    /**
     * Accepts no other means: a way in that uses another one fails with {@code MEANS_NOT_ACCEPTED} before anybody is asked, and the
     * next one of the request has its turn; a login in the browser by another means, or by one that Pro Santé Connect does not
     * name, is ended at the server half and fails with the same problem. Any means will do unless set.
     */
    public LoginRequest requiring(Means means) {
        Objects.requireNonNull(means, "means");
        return with(copy -> copy.requiredMeans = Optional.of(means));
    }

    /** Names the professional, for authenticators that cannot find out by themselves. */
    public LoginRequest withNationalId(NationalId id) {
        return with(copy -> copy.nationalId = Optional.of(id));
    }

    /** Asks for one way in, where an authenticator knows both; its own choice unless set. */
    public LoginRequest withWayIn(WayIn way) {
        return with(copy -> copy.wayIn = Optional.of(way));
    }

    /**
     * Bounds the whole login; Pro Santé Connect may give up earlier.
     *
     * @param limit longer than zero; {@link #DEFAULT_TIMEOUT} unless set
     */
    public LoginRequest withTimeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a login needs some time");
        }
        return with(copy -> copy.timeout = limit);
    }

    /** Follows the login, step by step; see {@link LoginProgress} for the thread. */
    public LoginRequest withProgress(Consumer<LoginProgress> listener) {
        Objects.requireNonNull(listener, "listener");
        return with(copy -> copy.progress = listener);
    }

    /** Answers what an authenticator has to ask the person; {@link LoginDialog#SILENT} unless set. */
    public LoginRequest withDialog(LoginDialog host) {
        Objects.requireNonNull(host, "host");
        return with(copy -> copy.dialog = host);
    }

    /** What becomes of the session when its card is removed; {@link CardRemoval#LOCK} unless set. */
    public LoginRequest withCardRemoval(CardRemoval policy) {
        Objects.requireNonNull(policy, "policy");
        return with(copy -> copy.cardRemoval = policy);
    }

    /** The login to go on with, if it is not to be a new one. */
    public Optional<LoginTicket> ticket() {
        return settings.ticket;
    }

    /** The only means that the caller accepts. */
    public Optional<Means> requiredMeans() {
        return settings.requiredMeans;
    }

    /** The authenticators to try, in order; none where a login is resumed. */
    public List<String> authenticatorIds() {
        return settings.authenticatorIds;
    }

    /** The professional, where the caller knows. */
    public Optional<NationalId> nationalId() {
        return settings.nationalId;
    }

    /** The way in that the caller wants. */
    public Optional<WayIn> wayIn() {
        return settings.wayIn;
    }

    /** The bound of the whole login. */
    public Duration timeout() {
        return settings.timeout;
    }

    /** Who follows the login; does nothing unless set. */
    public Consumer<LoginProgress> progress() {
        return settings.progress;
    }

    /** Who answers questions. An authenticator gets one that is safe to call from a plug-in. */
    public LoginDialog dialog() {
        return settings.dialog;
    }

    /** What becomes of the session when its card is removed. */
    public CardRemoval cardRemoval() {
        return settings.cardRemoval;
    }
}
