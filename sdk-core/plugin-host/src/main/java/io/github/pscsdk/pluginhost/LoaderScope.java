package io.github.pscsdk.pluginhost;

/** Sets the thread's context class loader until it is closed, by the same thread. */
final class LoaderScope implements AutoCloseable {
    private final ClassLoader before;

    private LoaderScope(ClassLoader before) {
        this.before = before;
    }

    /** Sets {@code loader}; meant for the head of a {@code try}. */
    static LoaderScope enter(ClassLoader loader) {
        var thread = Thread.currentThread();
        var scope = new LoaderScope(thread.getContextClassLoader());
        thread.setContextClassLoader(loader);
        return scope;
    }

    /** Restores the loader that was set before. */
    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
    }
}
