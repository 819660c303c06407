package io.github.pscsdk.relyingparty.internal.http;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;

/** The daemon threads on which all calls of one client run; their number does not depend on how many logins wait. */
final class HttpThreads {
    // A call holds a thread as long as PSC is away. At 50 ms these make 960 polls a second, enough for 4,800 logins
    // that
    // wait at an interval of 5 s.
    static final int MAX = 48;

    private HttpThreads() {}

    static Dispatcher dispatcher() {
        var number = new AtomicInteger();
        var executor = new ThreadPoolExecutor(MAX, MAX, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, "psc-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
        var dispatcher = new Dispatcher(executor);
        dispatcher.setMaxRequests(MAX);
        dispatcher.setMaxRequestsPerHost(MAX);
        return dispatcher;
    }
}
