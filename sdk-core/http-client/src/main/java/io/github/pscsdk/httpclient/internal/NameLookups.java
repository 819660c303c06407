package io.github.pscsdk.httpclient.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import okhttp3.Dns;

/**
 * Asks for addresses of a name. Nothing breaks that off: a caller who lends their thread waits for another one, and can
 * leave.
 */
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
