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

    private final List<String> authenticatorIds;
    private final Optional<NationalId> nationalId;
    private final Optional<WayIn> wayIn;
    private final Duration timeout;
    private final Consumer<LoginProgress> progress;
    private final LoginDialog dialog;
    private final CardRemoval cardRemoval;

    private LoginRequest(Draft draft) {
        authenticatorIds = draft.authenticatorIds;
        nationalId = draft.nationalId;
        wayIn = draft.wayIn;
        timeout = draft.timeout;
        progress = draft.progress;
        dialog = draft.dialog;
        cardRemoval = draft.cardRemoval;
    }

    /** What a copy is changed in before it is made. */
    private static final class Draft {
        private final List<String> authenticatorIds;
        private Optional<NationalId> nationalId = Optional.empty();
        private Optional<WayIn> wayIn = Optional.empty();
        private Duration timeout = DEFAULT_TIMEOUT;
        private Consumer<LoginProgress> progress = step -> {};
        private LoginDialog dialog = LoginDialog.SILENT;
        private CardRemoval cardRemoval = CardRemoval.LOCK;

        Draft(List<String> authenticatorIds) {
            this.authenticatorIds = authenticatorIds;
        }

        Draft(LoginRequest original) {
            this(original.authenticatorIds);
            nationalId = original.nationalId;
            wayIn = original.wayIn;
            timeout = original.timeout;
            progress = original.progress;
            dialog = original.dialog;
            cardRemoval = original.cardRemoval;
        }
    }

    private LoginRequest with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new LoginRequest(draft);
    }

    /**
     * Starts a request.
     *
     * @param authenticatorIds in order of preference: the next one is tried when one is unavailable, never when the
     *     professional refused
     */
    public static LoginRequest using(String... authenticatorIds) {
        if (authenticatorIds.length == 0) {
            throw new IllegalArgumentException("name at least one authenticator");
        }
        return new LoginRequest(new Draft(List.of(authenticatorIds)));
    }

    /** Names the professional, for authenticators that cannot find out by themselves. */
    public LoginRequest withNationalId(NationalId id) {
        return with(draft -> draft.nationalId = Optional.of(id));
    }

    /** Asks for one way in, where an authenticator knows both; its own choice unless set. */
    public LoginRequest withWayIn(WayIn way) {
        return with(draft -> draft.wayIn = Optional.of(way));
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
        return with(draft -> draft.timeout = limit);
    }

    /** Follows the login, step by step; see {@link LoginProgress} for the thread. */
    public LoginRequest withProgress(Consumer<LoginProgress> listener) {
        Objects.requireNonNull(listener, "listener");
        return with(draft -> draft.progress = listener);
    }

    /** Answers what an authenticator has to ask the person; {@link LoginDialog#SILENT} unless set. */
    public LoginRequest withDialog(LoginDialog host) {
        Objects.requireNonNull(host, "host");
        return with(draft -> draft.dialog = host);
    }

    /** What becomes of the session when its card is removed; {@link CardRemoval#LOCK} unless set. */
    public LoginRequest withCardRemoval(CardRemoval policy) {
        Objects.requireNonNull(policy, "policy");
        return with(draft -> draft.cardRemoval = policy);
    }

    /** The authenticators to try, in order. */
    public List<String> authenticatorIds() {
        return authenticatorIds;
    }

    /** The professional, where the caller knows. */
    public Optional<NationalId> nationalId() {
        return nationalId;
    }

    /** The way in that the caller wants. */
    public Optional<WayIn> wayIn() {
        return wayIn;
    }

    /** The bound of the whole login. */
    public Duration timeout() {
        return timeout;
    }

    /** Who follows the login; does nothing unless set. */
    public Consumer<LoginProgress> progress() {
        return progress;
    }

    /** Who answers questions. An authenticator gets one that is safe to call from a plug-in. */
    public LoginDialog dialog() {
        return dialog;
    }

    /** What becomes of the session when its card is removed. */
    public CardRemoval cardRemoval() {
        return cardRemoval;
    }
}
