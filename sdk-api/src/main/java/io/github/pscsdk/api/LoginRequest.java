package io.github.pscsdk.api;

import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** A request for one login: who logs in, and how. Immutable; each with-method returns a changed copy. */
public final class LoginRequest {
    /** The default limit of a whole login. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    private final List<String> authenticatorIds;
    private final Optional<LoginTicket> ticket;
    // Only a new copy is ever changed, before anybody has it.
    private Optional<NationalId> nationalId = Optional.empty();
    private Optional<WayIn> wayIn = Optional.empty();
    private Optional<Means> requiredMeans = Optional.empty();
    private Duration timeout = DEFAULT_TIMEOUT;
    private Consumer<LoginProgress> progress = step -> {};
    private LoginDialog dialog = LoginDialog.SILENT;
    private CardRemoval cardRemoval = CardRemoval.LOCK;

    private LoginRequest(List<String> authenticatorIds, Optional<LoginTicket> ticket) {
        this.authenticatorIds = authenticatorIds;
        this.ticket = ticket;
    }

    private LoginRequest with(Consumer<LoginRequest> change) {
        var copy = new LoginRequest(authenticatorIds, ticket);
        copy.nationalId = nationalId;
        copy.wayIn = wayIn;
        copy.requiredMeans = requiredMeans;
        copy.timeout = timeout;
        copy.progress = progress;
        copy.dialog = dialog;
        copy.cardRemoval = cardRemoval;
        change.accept(copy);
        return copy;
    }

    /**
     * Starts a request. The authenticators are in order of preference: the next one is tried if one is unavailable, and
     * never if the professional refused ({@link io.github.pscsdk.diagnostic.Problem#allowsNextWay}). {@code browser} is
     * always available.
     */
    public static LoginRequest using(String... authenticatorIds) {
        if (authenticatorIds.length == 0) {
            throw new IllegalArgumentException("name at least one authenticator");
        }
        return new LoginRequest(List.of(authenticatorIds), Optional.empty());
    }

    /**
     * Resumes a login that was pending when the software stopped: nobody is asked again, and person, means and deadline
     * are as before. Fails with {@code LOGIN_NOT_WAITING} if the server half no longer knows it, and with {@code
     * NO_ANSWER_IN_TIME} after its deadline.
     *
     * <p>Only {@link #withProgress}, {@link #withDialog} and {@link #requiring} still apply, the last in addition to
     * the ticket's.
     */
    public static LoginRequest resuming(LoginTicket ticket) {
        return new LoginRequest(List.of(), Optional.of(Objects.requireNonNull(ticket, "ticket")));
    }

    /**
     * Accepts no other means. A way in that uses another one fails with {@code MEANS_NOT_ACCEPTED} before anybody is
     * asked, and the next one is tried; a login in the browser by another means is ended at the server half. By default
     * any is accepted.
     */
    public LoginRequest requiring(Means means) {
        Objects.requireNonNull(means, "means");
        return with(copy -> copy.requiredMeans = Optional.of(means));
    }

    /** Names the professional, for authenticators that cannot find out by themselves. */
    public LoginRequest withNationalId(NationalId id) {
        Objects.requireNonNull(id, "id");
        return with(copy -> copy.nationalId = Optional.of(id));
    }

    /**
     * Chooses the way in. By default the authenticator chooses; one that does not know the way in that is chosen fails
     * with a problem of its own.
     */
    public LoginRequest withWayIn(WayIn way) {
        Objects.requireNonNull(way, "way");
        return with(copy -> copy.wayIn = Optional.of(way));
    }

    /** Limits the whole login; {@link #DEFAULT_TIMEOUT} unless set. Pro Santé Connect may end it earlier. */
    public LoginRequest withTimeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("the timeout of a login is longer than zero");
        }
        return with(copy -> copy.timeout = limit);
    }

    /** Gives each step of the login to the listener; see {@link LoginProgress} for the thread. */
    public LoginRequest withProgress(Consumer<LoginProgress> listener) {
        Objects.requireNonNull(listener, "listener");
        return with(copy -> copy.progress = listener);
    }

    /** Sets the dialog that asks the person. The default is {@link LoginDialog#SILENT}. */
    public LoginRequest withDialog(LoginDialog host) {
        Objects.requireNonNull(host, "host");
        return with(copy -> copy.dialog = host);
    }

    /** Chooses what happens to the session when its card is removed. The default is {@link CardRemoval#LOCK}. */
    public LoginRequest withCardRemoval(CardRemoval policy) {
        Objects.requireNonNull(policy, "policy");
        return with(copy -> copy.cardRemoval = policy);
    }

    /** The ticket of the login to resume; empty for a new login. */
    public Optional<LoginTicket> ticket() {
        return ticket;
    }

    /** The only means that the caller accepts; empty for any. */
    public Optional<Means> requiredMeans() {
        return requiredMeans;
    }

    /** The authenticators to try, in order; empty if a login is resumed. */
    public List<String> authenticatorIds() {
        return authenticatorIds;
    }

    /** The professional, if the caller knows who logs in. */
    public Optional<NationalId> nationalId() {
        return nationalId;
    }

    /** The way in that the caller chose; empty for the authenticator's choice. */
    public Optional<WayIn> wayIn() {
        return wayIn;
    }

    /** The limit of the whole login. */
    public Duration timeout() {
        return timeout;
    }

    /** The listener of the steps; by default it does nothing. */
    public Consumer<LoginProgress> progress() {
        return progress;
    }

    /** The dialog that asks the person. No authenticator sees it: the engine asks in their name. */
    public LoginDialog dialog() {
        return dialog;
    }

    /** The fate of the session when its card is removed. */
    public CardRemoval cardRemoval() {
        return cardRemoval;
    }

    /**
     * The fate of a session whose card leaves the reader; see {@link #withCardRemoval}. A minor version may add
     * constants: keep a default branch.
     */
    public enum CardRemoval {
        /** Nothing. */
        IGNORE,
        /** The session is locked, and unlocked when the same card comes back. */
        LOCK,
        /** The session and the one with Pro Santé Connect are ended. */
        SIGN_OUT
    }
}
