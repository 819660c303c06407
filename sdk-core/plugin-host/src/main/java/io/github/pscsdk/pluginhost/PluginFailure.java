package io.github.pscsdk.pluginhost;

import io.github.pscsdk.pluginhost.thread.LoaderScope;
import org.pf4j.PluginRuntimeException;

/**
 * A plug-in threw while it was loaded, started or stopped. A copy of what it threw, so that nothing keeps its loader;
 * with its messages, since no login was under way.
 */
final class PluginFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String kind;

    private PluginFailure(Throwable thrown) {
        super(ThrowableCopy.describe(thrown), ThrowableCopy.copyWithMessages(thrown));
        this.kind = thrown.getClass().getName();
    }

    /** Code of a plug-in, which may throw anything at all. */
    interface Work<T> {
        T run() throws Throwable;
    }

    static <T> T of(Work<T> work) throws PluginFailure {
        try {
            return work.run();
        } catch (Throwable thrown) {
            if (thrown instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new PluginFailure(root(thrown));
        }
    }

    @SuppressWarnings("try")
    static <T> T inLoader(ClassLoader loader, Work<T> work) throws PluginFailure {
        try (var scope = LoaderScope.enter(loader)) {
            return of(work);
        }
    }

    /** The class of what was thrown. */
    String kind() {
        return kind;
    }

    private static Throwable root(Throwable thrown) {
        var isWrapped = thrown instanceof PluginRuntimeException && thrown.getCause() != null;
        return isWrapped ? thrown.getCause() : thrown;
    }
}
