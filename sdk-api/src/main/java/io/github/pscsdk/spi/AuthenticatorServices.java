package io.github.pscsdk.spi;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * The services of the host for an authenticator, for its whole life; see {@link Authenticator#start}. Implemented by
 * the engine and by the test kit only, so a minor version may add methods. Safe for any thread, until {@link
 * Authenticator#close}.
 */
public interface AuthenticatorServices {

    /**
     * The value of a setting, checked against the descriptor before the authenticator was started; the default where
     * nothing is set, and empty without a default.
     *
     * @param type {@link String} for a text or a choice, {@link Long} for a number, {@link Boolean} for a flag, {@link
     *     java.time.Duration} for a time, {@link java.net.URI} for an address; {@code char[]} for a new copy of a
     *     secret: overwrite it once it was used, and never print or keep it
     * @throws IllegalArgumentException if the descriptor declares no setting of that name and type
     */
    <T> Optional<T> setting(String name, Class<T> type);

    /** The language of the host's windows. */
    Locale locale();

    /**
     * A client for services of the authenticator's own, such as one that makes one-time codes, with the host's proxy
     * and trusted authorities; never for Pro Santé Connect nor the server half. Follows no redirect, connects within 10
     * s, takes at most 1 MiB of an answer, which comes with its whole body, and that within the timeout of the request
     * or 30 s; else the request fails with {@link java.net.http.HttpTimeoutException}. After {@link
     * Authenticator#close} each request fails. The first call makes it, and reads the trusted authorities for that: it
     * may take a second.
     *
     * @throws IllegalStateException if none can be made
     */
    HttpClient httpClient();

    /** The authenticator's own store; empty if the host names no folder for it. */
    Optional<DeviceState> state();

    /** The engine's clock. Use no other one, because tests move it. */
    Clock clock();
}
