package io.github.pscsdk.proxy.internal.store;

import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores;
import java.util.Optional;

/** Stores in a database. */
public sealed interface DatabaseSource extends StoreSource permits FileSource, PostgresqlSource {
    KeyRing ring();

    /** Not encrypted. */
    OpenDatabase database();

    @Override
    default OpenStores open() {
        var database = database();
        var stores = database.stores();
        return new OpenStores(
                stores.sessions().encrypted(ring()), Optional.of(stores.traces().encrypted(ring())), database::close);
    }

    /** Stores, with the connections that are theirs alone, and what to do after they were closed. */
    record OpenDatabase(JdbcStores stores, Runnable closing) implements AutoCloseable {
        @Override
        public void close() {
            stores.close();
            closing.run();
        }
    }
}
