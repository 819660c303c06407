package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.pluginhost.thread.EngineThreads;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.session.OpenSessions;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What every login needs.
 *
 * @param server the server half
 * @param clock the time
 * @param browser opens the login page
 * @param threads for what must not run on the login's own thread
 * @param sessions opens what a login ends with
 * @param lastCard whose card was read last
 */
public record LoginServices(
        ServerHalf server,
        Clock clock,
        Consumer<URI> browser,
        EngineThreads threads,
        OpenSessions sessions,
        LastCard lastCard) {

    /** Where no card was read yet. */
    public LoginServices(
            ServerHalf server, Clock clock, Consumer<URI> browser, EngineThreads threads, OpenSessions sessions) {
        this(server, clock, browser, threads, sessions, new LastCard());
    }
}
