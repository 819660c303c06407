package io.github.pscsdk.example.santefr;

import io.github.pscsdk.example.santefr.http.FormApi;
import io.github.pscsdk.example.santefr.json.EligibilityReader;
import io.github.pscsdk.example.santefr.rules.DeclarationCheck;
import io.github.pscsdk.example.santefr.store.DeclarationStore;
import java.net.URI;

/**
 * The running form: an HTTP API on the loopback address and an embedded database. Safe for any thread.
 *
 * <p>{@link #close()} frees the port and the database file, so that another server may open it.
 */
public final class FormServer implements AutoCloseable {
    private final DeclarationStore store;
    private final FormApi api;

    private FormServer(DeclarationStore store, FormApi api) {
        this.store = store;
        this.api = api;
    }

    /**
     * Opens the database and starts to listen; returns once requests are answered.
     *
     * @throws IllegalStateException if the database cannot be opened or the port is taken
     */
    public static FormServer start(FormConfiguration configuration) {
        var store = DeclarationStore.open(configuration.database(), configuration.clock());
        try {
            var check = new DeclarationCheck(EligibilityReader.current());
            return new FormServer(store, FormApi.start(configuration.port(), configuration.callers(), check, store));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Where it listens, such as {@code http://127.0.0.1:41234}. */
    public URI address() {
        return api.address();
    }

    /** Answers the requests under way, then stops. Calling it again does nothing. */
    @Override
    public void close() {
        api.close();
        store.close();
    }
}
