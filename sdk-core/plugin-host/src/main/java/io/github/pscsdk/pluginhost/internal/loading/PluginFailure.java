package io.github.pscsdk.pluginhost.internal.loading;

import io.github.pscsdk.pluginhost.problem.ThrowableCopy;
import io.github.pscsdk.pluginhost.thread.LoaderScope;
import java.util.HashMap;
import java.util.Map;
import org.pf4j.PluginRuntimeException;

/**
 * A plug-in threw while it was loaded, started or stopped. A copy of what it threw, so that nothing keeps its loader;
 * with its messages, since no login was under way.
 */
public final class PluginFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final transient Map<String, String> lacking;

    private PluginFailure(Throwable thrown) {
        super(ThrowableCopy.describe(thrown), ThrowableCopy.copyWithMessages(thrown));
        this.kind = ThrowableCopy.className(thrown);
        this.lacking = LinkageFacts.of(thrown);
    }

    /** Code of a plug-in, which may throw anything at all. */
    public interface Work<T> {
        T run() throws Throwable;
    }

    public static <T> T of(Work<T> work) throws PluginFailure {
        try {
            return work.run();
        } catch (Throwable thrown) {
            if (ThrowableCopy.isInterrupt(thrown)) {
                Thread.currentThread().interrupt();
            }
            throw new PluginFailure(root(thrown));
        }
    }

    @SuppressWarnings("try")
    public static <T> T inLoader(ClassLoader loader, Work<T> work) throws PluginFailure {
        try (var scope = LoaderScope.enter(loader)) {
            return of(work);
        }
    }

    /** The class of what was thrown. */
    public String kind() {
        return kind;
    }

    /** For a finding: {@code cause}, which is the class of what was thrown, and what {@link LinkageFacts} says. */
    public Map<String, String> facts() {
        var facts = new HashMap<>(lacking);
        facts.put("cause", kind);
        return Map.copyOf(facts);
    }

    private static Throwable root(Throwable thrown) {
        return thrown instanceof PluginRuntimeException
                ? ThrowableCopy.cause(thrown).orElse(thrown)
                : thrown;
    }
}
