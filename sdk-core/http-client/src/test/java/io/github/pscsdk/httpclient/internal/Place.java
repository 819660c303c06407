package io.github.pscsdk.httpclient.internal;

import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
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

    /** So many threads, and the current one where that is lent. */
    static Executor threads(int count) {
        var pool = Executors.newFixedThreadPool(count, Scheduler.daemons("pool"));
        return task -> {
            if (CallingThread.isLent()) {
                task.run();
            } else {
                pool.execute(task);
            }
        };
    }

    /** Lends the current thread to a call of that operation. */
    static CompletableFuture<HttpResponse> lent(
            CompletableFuture<?> operation, HttpCalls calls, Request request, Duration limit) {
        return CallingThread.offered(() -> CallingThread.lentTo(operation, () -> calls.send(request, limit)));
    }
}
