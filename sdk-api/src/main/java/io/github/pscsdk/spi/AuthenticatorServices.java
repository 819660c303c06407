package io.github.pscsdk.spi;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * What the host offers to an authenticator for its whole life; see {@link Authenticator#start}. Implemented by the engine and
 * by the test kit only, so a minor version may add methods. Safe for any thread, until {@link Authenticator#close}.
 */
public interface AuthenticatorServices {

    /** What is set on this authenticator, checked. */
    SettingValues settings();

    /** The language of the host's windows. */
    Locale locale();

    /**
     * A client for services of the authenticator's own, such as one that makes one-time codes, with the host's proxy
     * and trusted authorities; never for Pro Santé Connect nor the server half. Follows no redirect, connects within 10
     * s, takes at most 1 MiB of an answer, and that within the timeout of the request or 30 s; else the request fails
     * with {@link java.net.http.HttpTimeoutException}. After {@link Authenticator#close} each request fails.
     */
    HttpClient httpClient();

    /** The authenticator's own store; empty if the host names no folder for it. */
    Optional<DeviceState> state();

    /** The engine's clock. Use no other one, because tests move it. */
    Clock clock();
}
