package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;

/** How one client uses its store, by the store's clock; timers follow the host's. */
public record StoreAccess(SessionStore store, StoreKeys keys, StoreCalls calls, Scheduler timers, Clock clock) {}
