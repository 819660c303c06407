package io.github.pscsdk.benchmark.connect;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.pscsdk.benchmark.measure.Cpu;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a node tells of itself when it is asked. */
enum NodeFigure {
    /** Bytes that are alive on the heap, and direct buffers. Collects garbage first, so that the node stands still for a moment. */
    MEMORY {
        @Override
        double value() {
            return Cpu.heapInUse()
                    + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                            .filter(pool -> pool.getName().equals("direct"))
                            .mapToLong(BufferPoolMXBean::getMemoryUsed)
                            .sum();
        }
    },

    /** The most Java threads that there were at once. */
    THREADS {
        @Override
        double value() {
            return ManagementFactory.getThreadMXBean().getPeakThreadCount();
        }
    },

    /** Those that the process has now, with the JVM's own for compilers and the collector; zero where there is no Linux. */
    THREADS_OF_PROCESS {
        @Override
        double value() throws IOException {
            return ofProcess("Threads:");
        }
    },

    /** KiB of the process that are in main memory; zero where there is no Linux. */
    RESIDENT {
        @Override
        double value() throws IOException {
            return ofProcess("VmRSS:");
        }
    },

    /** CPU time so far, in nanoseconds. */
    CPU {
        @Override
        double value() {
            return Cpu.ofProcess();
        }
    },

    /** How many files and connections it may have open; as many as it likes where nobody counts. */
    FILES {
        @Override
        double value() {
            return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                    ? system.getMaxFileDescriptorCount()
                    : Double.MAX_VALUE;
        }
    };

    abstract double value() throws IOException;

    private static double ofProcess(String name) throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.split("\\s+")[1])
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
    }
}
