package io.github.pscsdk.relyingparty.event;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Hears what an operator counts: logins, calls, refusals, ends of sessions. No event holds a token, an identifier, a
 * name or an id, and values are few.
 *
 * <p>Called on one thread, one event after the other. No login waits for it: 10,000 events wait at most, of more the
 * newest are dropped, which the log tells once. An exception of it is logged once, by its class.
 */
@FunctionalInterface
public interface RelyingPartyListener {
    /** Something has happened. */
    void heard(Event event);

    /**
     * One event. A login in a browser that never comes back has no end; what the host itself asks of its store
     * is not told.
     *
     * @param name that of the meter in run-a-proxy.md, such as {@code psc.logins}; a minor version may add some
     * @param tags those of the meter but for the client, such as {@code outcome}
     * @param duration of what takes time: of a login since it began, of a call without the time that it stood in line
     */
    record Event(String name, Map<String, String> tags, Optional<Duration> duration) {}
}
