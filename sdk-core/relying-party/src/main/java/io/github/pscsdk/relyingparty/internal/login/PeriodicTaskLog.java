package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.CallingThread;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.EndSessionEndpoint;
import io.github.pscsdk.relyingparty.internal.http.Form;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.relyingparty.session.BrowserSignOut;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.StoredEntry;
import io.github.pscsdk.sessionstore.internal.StoreRetries;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of work that is done every few seconds: once that it fails, and once that it works again. Safe for any thread. */
final class PeriodicTaskLog {
    private final Logger log;
    private final String work;
    private final AtomicBoolean fails = new AtomicBoolean();

    PeriodicTaskLog(Logger log, String work) {
        this.log = log;
        this.work = work;
    }

    /** @param failure null where it went well */
    void done(Throwable failure) {
        if (failure != null && fails.compareAndSet(false, true)) {
            log.warn("{} fails, and is tried again: {}", work, Futures.describe(failure));
        } else if (failure == null && fails.compareAndSet(true, false)) {
            log.info("{} works again", work);
        }
    }
}
