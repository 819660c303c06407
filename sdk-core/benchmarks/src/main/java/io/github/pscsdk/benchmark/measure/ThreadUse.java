package io.github.pscsdk.benchmark.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What each thread has consumed so far. A thread that ends before the next look takes what it consumed since with it: a
 * difference is too small then, but never below zero.
 */
public final class ThreadUse {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<Long, Long> nanoseconds = new HashMap<>();
    private final Map<Long, Long> bytes = new HashMap<>();

    private ThreadUse() {}

    /** Looks at all threads but those of that name. */
    public static ThreadUse but(String name) {
        var use = new ThreadUse();
        for (var thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && !thread.getThreadName().equals(name)) {
                var id = thread.getThreadId();
                use.nanoseconds.put(id, THREADS.getThreadCpuTime(id));
                use.bytes.put(id, THREADS.getThreadAllocatedBytes(id));
            }
        }
        return use;
    }

    /** CPU time since, in nanoseconds. */
    public long cpuSince(ThreadUse earlier) {
        return difference(nanoseconds, earlier.nanoseconds);
    }

    /** Bytes allocated since. */
    public long allocatedSince(ThreadUse earlier) {
        return difference(bytes, earlier.bytes);
    }

    private static long difference(Map<Long, Long> now, Map<Long, Long> earlier) {
        // A thread that ended between two questions about it is told as -1.
        return now.entrySet().stream()
                .mapToLong(thread -> Math.max(0, thread.getValue() - earlier.getOrDefault(thread.getKey(), 0L)))
                .sum();
    }
}
