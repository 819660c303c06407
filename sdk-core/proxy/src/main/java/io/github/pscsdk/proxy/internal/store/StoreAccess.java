package io.github.pscsdk.proxy.internal.store;

import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.sessionstore.internal.StoreClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;

/** The store of sessions, with what it takes to call it, by its clock. */
public record StoreAccess(SessionStore sessions, StoreCalls calls, Clock clock) implements AutoCloseable {
    public static StoreAccess of(SessionStore sessions, Scheduler timers, Clock clock) {
        var calls = new StoreCalls(sessions.isInProcess(), timers, sessions.place());
        return new StoreAccess(sessions, calls, StoreClock.of(sessions, calls, clock));
    }

    /** The key of what is not the relying party's. It holds a digest: whoever reads it can follow no login. */
    public static String key(String kind, String secret) {
        return "psc-proxy/" + kind + "/" + Secrets.digest(secret);
    }

    @Override
    public void close() {
        calls.close();
    }
}
