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
    private final Duration timeout;
    private final Consumer<LoginProgress> progress;

    private LoginRequest(
            List<String> authenticatorIds,
            Optional<NationalId> nationalId,
            Duration timeout,
            Consumer<LoginProgress> progress) {
        this.authenticatorIds = authenticatorIds;
        this.nationalId = nationalId;
        this.timeout = timeout;
        this.progress = progress;
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
        return new LoginRequest(List.of(authenticatorIds), Optional.empty(), DEFAULT_TIMEOUT, step -> {});
    }

    /** Names the professional, for authenticators that cannot find out by themselves. */
    public LoginRequest withNationalId(NationalId id) {
        return new LoginRequest(authenticatorIds, Optional.of(id), timeout, progress);
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
        return new LoginRequest(authenticatorIds, nationalId, limit, progress);
    }

    /** Follows the login, step by step; see {@link LoginProgress} for the thread. */
    public LoginRequest withProgress(Consumer<LoginProgress> listener) {
        return new LoginRequest(authenticatorIds, nationalId, timeout, Objects.requireNonNull(listener, "listener"));
    }

    /** The authenticators to try, in order. */
    public List<String> authenticatorIds() {
        return authenticatorIds;
    }

    /** The professional, where the caller knows. */
    public Optional<NationalId> nationalId() {
        return nationalId;
    }

    /** The bound of the whole login. */
    public Duration timeout() {
        return timeout;
    }

    /** Who follows the login; does nothing unless set. */
    public Consumer<LoginProgress> progress() {
        return progress;
    }
}
