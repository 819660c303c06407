package io.github.pscsdk.proxy.internal.store;

import io.github.pscsdk.sessionstore.jdbc.JdbcStores;

/**
 * Stores, with the connections that are theirs alone.
 *
 * @param closing what to do after the stores were closed
 */
public record OpenDatabase(JdbcStores stores, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
        stores.close();
        closing.run();
    }
}
