package io.github.pscsdk.benchmark.harness;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The consumption of this JVM. */
public final class Cpu {
    /** The name of the threads of servers in this JVM, which are left out where threads are counted. */
    public static final String SERVER_THREAD = "bare-server";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Cpu() {}

    /** CPU time, in nanoseconds, and bytes allocated. */
    public record Use(long nanoseconds, long bytes) {}

    static long ofThread() {
        return THREADS.getCurrentThreadCpuTime();
    }

    static long allocatedByThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** The use of each living thread so far, by its number; without those of the servers. */
    public static Map<Long, Use> ofThreads() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && !thread.getThreadName().equals(SERVER_THREAD))
                .map(thread -> thread.getThreadId())
                .collect(Collectors.toMap(
                        id -> id, id -> new Use(THREADS.getThreadCpuTime(id), THREADS.getThreadAllocatedBytes(id))));
    }

    /**
     * The use of all threads since. A thread that has ended takes its share with it: the result may be too small, but
     * never below zero.
     */
    public static Use since(Map<Long, Use> earlier) {
        var nanoseconds = 0L;
        var bytes = 0L;
        for (var thread : ofThreads().entrySet()) {
            var before = earlier.getOrDefault(thread.getKey(), new Use(0, 0));
            // A thread that ended between two questions about it is told as -1.
            nanoseconds += Math.max(0, thread.getValue().nanoseconds() - before.nanoseconds());
            bytes += Math.max(0, thread.getValue().bytes() - before.bytes());
        }
        return new Use(nanoseconds, bytes);
    }

    /** Living bytes on the heap; collects the others first. */
    public static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
