package io.github.pscsdk.example.santefr;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.example.santefr.dossier.DossierStore;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.http.DeclarationApi;
import io.github.pscsdk.example.santefr.http.FormHttpServer;
import io.github.pscsdk.example.santefr.web.WebPages;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.web.LoginLimit;
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

    private FormServer(DossierStore store, Optional<RelyingParty> relyingParty, FormHttpServer api) {
        this.store = store;
        this.relyingParty = relyingParty;
        this.api = api;
    }

    /**
     * Opens the database and starts to listen; returns once requests are answered.
     *
     * @throws IllegalStateException if the database cannot be opened or the port is taken
     */
    public static FormServer start(FormConfiguration configuration) {
        var api = FormHttpServer.bind(configuration.port());
        try {
            return start(configuration, api);
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    private static FormServer start(FormConfiguration configuration, FormHttpServer api) {
        var store = DossierStore.open(configuration.database());
        var clock = configuration.clock();
        var sessions = SessionStore.inMemory(clock);
        var psc = configuration.psc().map(registration -> registration.at(api.address()));
        var relyingParty = psc.map(registration -> registration.relyingParty(
                sessions,
                clock,
                ids -> store.unite(
                        ids.get(0).value(),
                        ids.stream().skip(1).map(NationalId::value).toList())));
        try {
            var dossiers = new Dossiers(store, clock);
            var limit = configuration.loginLimit().orElseGet(() -> LoginLimit.usual(clock));
            var guide = configuration.guideAddresses();
            var pages = psc.map(registration -> WebPages.behind(
                            relyingParty.orElseThrow(),
                            registration.publicBaseUri(),
                            sessions,
                            dossiers,
                            clock,
                            limit,
                            guide))
                    .orElseGet(() -> WebPages.notConfigured(guide));
            return new FormServer(
                    store, relyingParty, api.start(new DeclarationApi(configuration.callers(), dossiers), pages));
        } catch (RuntimeException e) {
            relyingParty.ifPresent(RelyingParty::close);
            store.close();
            throw e;
        }
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
