package io.github.pscsdk.httpclient.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;

/** Where a call runs. Whatever is promised of calls holds in both places. */
enum Place {
    THREAD_OF_THE_POOL {
        @Override
        CompletableFuture<HttpResponse> send(HttpCalls calls, Request request, Duration limit) {
            return calls.send(request, limit);
        }
    },
    CALLING_THREAD {
        @Override
        CompletableFuture<HttpResponse> send(HttpCalls calls, Request request, Duration limit) {
            var ended = new CompletableFuture<HttpResponse>();
            var caller = new Thread(() -> {
                var call = lent(new CompletableFuture<>(), calls, request, limit);
                call.whenComplete((response, failure) -> {
                    if (failure == null) {
                        ended.complete(response);
                    } else {
                        ended.completeExceptionally(failure);
                    }
                });
            });
            caller.setDaemon(true);
            caller.start();
            return ended;
        }
    };

    /** Ends when the call is over. */
    abstract CompletableFuture<HttpResponse> send(HttpCalls calls, Request request, Duration limit);

    /** Lends the current thread to a call of that operation. */
    static CompletableFuture<HttpResponse> lent(
            CompletableFuture<?> operation, HttpCalls calls, Request request, Duration limit) {
        return CallingThread.offered(() -> CallingThread.lentTo(operation, () -> calls.send(request, limit)));
    }
}
