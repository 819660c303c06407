package io.github.pscsdk.benchmark.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.stream.LongStream;

/** What the JVM knows of its own consumption. */
public final class Cpu {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Cpu() {}

    /** CPU time of the whole process so far, in nanoseconds. */
    public static long ofProcess() {
        return PROCESS.getProcessCpuTime();
    }

    /** CPU time of the calling thread so far, in nanoseconds. */
    public static long ofThread() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Bytes that the calling thread has allocated so far. */
    public static long allocatedByThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** How many threads live but those of that name. */
    public static long threadsBut(String name) {
        return but(name).count();
    }

    /** What is alive on the heap, in bytes; collects the rest first. */
    public static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static LongStream but(String name) {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && !thread.getThreadName().equals(name))
                .mapToLong(ThreadInfo::getThreadId);
    }
}
