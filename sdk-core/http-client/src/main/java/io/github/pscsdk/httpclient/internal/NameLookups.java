package io.github.pscsdk.httpclient.internal;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.time.internal.Deadlines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Challenge;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.Route;
import okio.BufferedSink;

/** Asks for addresses of a name. Nothing breaks that off: a caller who lends their thread waits for another one, and can leave. */
record NameLookups(Executor threads) implements Dns {
    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        if (!CallingThread.isLent()) {
            return SYSTEM.lookup(name);
        }
        var found = new CompletableFuture<List<InetAddress>>();
        threads.execute(() -> {
            try {
                found.complete(SYSTEM.lookup(name));
            } catch (UnknownHostException | RuntimeException e) {
                found.completeExceptionally(e);
            }
        });
        try {
            return CallingThread.duringCall(found);
        } catch (UnknownHostException e) {
            throw e;
        } catch (IOException e) {
            var unknown = new UnknownHostException(name + " was not looked up to the end");
            unknown.initCause(e);
            throw unknown;
        }
    }
}
