package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.pluginhost.EngineThreads;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.session.OpenSessions;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The parts of the client that every login uses.
 *
 * @param server the server half
 * @param clock the time
 * @param browser opens the login page
 * @param threads for what must not run on the login's own thread
 * @param sessions where the login's session is opened
 * @param lastCardHolder the holder of the card that was read last, suggested where the professional must be named; in memory only, until the
 *     client is closed
 */
public record LoginServices(
        ServerHalf server,
        Clock clock,
        Consumer<URI> browser,
        EngineThreads threads,
        OpenSessions sessions,
        AtomicReference<Optional<NationalId>> lastCardHolder) {

    /** Without a last card holder yet. */
    public LoginServices(
            ServerHalf server, Clock clock, Consumer<URI> browser, EngineThreads threads, OpenSessions sessions) {
        this(server, clock, browser, threads, sessions, new AtomicReference<>(Optional.empty()));
    }
}
