package io.github.pscsdk.pluginhost.internal.archive;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.function.Executable;

/** How much memory this thread asks for, which says on a busy machine too whether something large was read. */
final class AllocatedBytes {
    private AllocatedBytes() {}

    static long during(Executable work) throws Throwable {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = thread.getCurrentThreadAllocatedBytes();
        work.execute();
        return thread.getCurrentThreadAllocatedBytes() - before;
    }
}
