package io.github.pscsdk.example.santefr;

import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.http.ApiRoutes;
import io.github.pscsdk.example.santefr.http.FormHttpServer;
import io.github.pscsdk.example.santefr.store.DossierStore;
import io.github.pscsdk.example.santefr.web.WebPages;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.sessionstore.SessionStore;
import java.net.URI;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The running form: an HTTP API and pages on the loopback address, and a database. Safe for any thread.
 *
 * <p>{@link #close()} frees the port and the database file, so that another server may open it.
 */
public final class FormServer implements AutoCloseable {
    private final DossierStore store;
    private final Optional<RelyingParty> relyingParty;
    private final FormHttpServer api;

    private FormServer(
            FormConfiguration configuration,
            DossierStore store,
            SessionStore sessions,
            Optional<RelyingParty> relyingParty) {
        this.store = store;
        this.relyingParty = relyingParty;
        var dossiers = new Dossiers(store, Eligibility.current(), configuration.clock(), configuration.mostDrafts());
        api = FormHttpServer.start(
                configuration.port(),
                new ApiRoutes(configuration.callers(), dossiers),
                pages(configuration, sessions, relyingParty, dossiers));
    }

    /**
     * Opens the database and starts to listen; returns once requests are answered.
     *
     * @throws IllegalStateException if the database cannot be opened or the port is taken
     */
    public static FormServer start(FormConfiguration configuration) {
        var store = configuration.openStore();
        var sessions = SessionStore.inMemory(configuration.clock());
        var relyingParty =
                configuration.psc().map(psc -> psc.relyingParty(sessions, configuration.clock(), store::unite));
        try {
            return new FormServer(configuration, store, sessions, relyingParty);
        } catch (RuntimeException e) {
            relyingParty.ifPresent(RelyingParty::close);
            store.close();
            throw e;
        }
    }

    private static WebPages pages(
            FormConfiguration configuration,
            SessionStore sessions,
            Optional<RelyingParty> relyingParty,
            Dossiers dossiers) {
        return relyingParty
                .flatMap(party -> configuration
                        .psc()
                        .map(psc -> WebPages.behind(
                                party,
                                psc.publicBaseUri(),
                                sessions,
                                dossiers,
                                configuration.clock(),
                                configuration.loginLimit())))
                .orElseGet(WebPages::notConfigured)
                .withGuideAddresses(configuration.guideAddresses());
    }

    /** Where it listens, such as {@code http://127.0.0.1:41234}. */
    public URI address() {
        return api.address();
    }

    /** Every route that it answers, such as {@code GET /mine/{number}}: what a reverse proxy lets through. */
    public SortedSet<String> routes() {
        return api.routes();
    }

    /** Answers the requests under way, then stops. Calling it again does nothing. */
    @Override
    public void close() {
        api.close();
        relyingParty.ifPresent(RelyingParty::close);
        store.close();
    }
}
