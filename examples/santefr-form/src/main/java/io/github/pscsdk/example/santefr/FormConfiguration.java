package io.github.pscsdk.example.santefr;

import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.introspection.CallerIdentification;
import io.github.pscsdk.example.santefr.introspection.TokenIntrospection;
import io.github.pscsdk.example.santefr.json.FormSettings;
import io.github.pscsdk.example.santefr.json.FormSettings.PostgresSettings;
import io.github.pscsdk.example.santefr.store.DossierStore;
import io.github.pscsdk.example.santefr.store.PostgresDatabase;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** What the form needs to run: a database and a way to know its callers. Immutable; grows by with-methods. */
public final class FormConfiguration {
    private final Supplier<DossierStore> store;
    private final CallerIdentification callers;
    private final int port;
    private final Clock clock;
    private final Optional<PscRegistration> psc;
    private final int mostDrafts;
    private final GuideAddresses guideAddresses;
    private final Optional<LoginLimit> loginLimit;

    private FormConfiguration(
            Supplier<DossierStore> store,
            CallerIdentification callers,
            int port,
            Clock clock,
            Optional<PscRegistration> psc,
            int mostDrafts,
            GuideAddresses guideAddresses,
            Optional<LoginLimit> loginLimit) {
        if (mostDrafts < 1) {
            throw new IllegalArgumentException("mostDrafts must be at least 1");
        }
        this.mostDrafts = mostDrafts;
        this.store = store;
        this.callers = Objects.requireNonNull(callers, "callers");
        this.port = port;
        this.clock = Objects.requireNonNull(clock, "clock");
        this.psc = psc;
        this.guideAddresses = Objects.requireNonNull(guideAddresses, "guideAddresses");
        this.loginLimit = loginLimit;
    }

    /**
     * A form on a free port of the loopback address, with the system's clock.
     *
     * @param database the database file without its suffix; it is created where it is missing, and so is its folder
     * @param callers who presents an API token, such as {@link TokenIntrospection}
     */
    public static FormConfiguration of(Path database, CallerIdentification callers) {
        Objects.requireNonNull(database, "database");
        return in(() -> DossierStore.open(database), callers);
    }

    /** The same in PostgreSQL. */
    public static FormConfiguration of(PostgresDatabase database, CallerIdentification callers) {
        Objects.requireNonNull(database, "database");
        return in(() -> DossierStore.open(database), callers);
    }

    private static FormConfiguration in(Supplier<DossierStore> store, CallerIdentification callers) {
        return new FormConfiguration(
                store,
                callers,
                0,
                Clock.systemUTC(),
                Optional.empty(),
                Dossiers.MOST_DRAFTS,
                GuideAddresses.none(),
                Optional.empty());
    }

    /**
     * Reads the configuration of a stand-alone form.
     *
     * @param file JSON with the members {@code port}, {@code database} or {@code postgresql}, {@code introspection} (with {@code endpoint},
     *     {@code clientId} and {@code clientSecret}), for the pages {@code psc}, and perhaps {@code mostDrafts} and {@code guideAddresses}; {@code form.example.json} is one
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if members are missing or wrong; the message names them, never their values
     */
    public static FormConfiguration read(Path file) throws IOException {
        return read(file, System.getenv());
    }

    /** Looks secrets up in those variables. */
    static FormConfiguration read(Path file, Map<String, String> variables) throws IOException {
        var settings = FormSettings.read(file);
        var reader = new SettingsReader(file.toAbsolutePath().getParent(), variables, settings);
        var callers =
                TokenIntrospection.at(settings.introspectionEndpoint(), settings.clientId(), settings.clientSecret());
        var postgres = settings.postgres().flatMap(database -> database(database, reader));
        var psc = settings.isPscGiven() ? Optional.of(PscRegistration.read(reader)) : Optional.<PscRegistration>empty();
        reader.check();
        var stored = postgres.isPresent()
                ? of(postgres.get(), callers)
                : of(settings.database().orElseThrow(), callers);
        var configuration = stored.withPort(settings.port())
                .withMostDrafts(settings.mostDrafts().orElse(Dossiers.MOST_DRAFTS))
                .withGuideAddresses(settings.guideAddresses());
        return psc.map(configuration::withPsc).orElse(configuration);
    }

    private static Optional<PostgresDatabase> database(PostgresSettings settings, SettingsReader reader) {
        return reader.secret("postgresql.password", String::new)
                .map(password -> new PostgresDatabase(settings.url(), settings.user(), password));
    }

    /** Listens on that port; 0, the default, picks a free one. */
    public FormConfiguration withPort(int number) {
        return new FormConfiguration(store, callers, number, clock, psc, mostDrafts, guideAddresses, loginLimit);
    }

    /** Stamps receipts, and ends the sessions of browsers, by that clock. */
    public FormConfiguration withClock(Clock other) {
        return new FormConfiguration(store, callers, port, other, psc, mostDrafts, guideAddresses, loginLimit);
    }

    /** Lets professionals log in on the form's pages; without it the form is an API alone. */
    public FormConfiguration withPsc(PscRegistration registration) {
        return new FormConfiguration(
                store, callers, port, clock, Optional.of(registration), mostDrafts, guideAddresses, loginLimit);
    }

    /** Keeps so many drafts of one professional, at least one; {@link Dossiers#MOST_DRAFTS} by default. */
    public FormConfiguration withMostDrafts(int number) {
        return new FormConfiguration(store, callers, port, clock, psc, number, guideAddresses, loginLimit);
    }

    /** Shows those addresses in the login guide, which the published guide does not give; none by default. */
    public FormConfiguration withGuideAddresses(GuideAddresses addresses) {
        return new FormConfiguration(store, callers, port, clock, psc, mostDrafts, addresses, loginLimit);
    }

    /** Lets one address begin so many logins on the form's pages; {@link LoginLimit#usual} by default. */
    public FormConfiguration withLoginLimit(LoginLimit limit) {
        return new FormConfiguration(store, callers, port, clock, psc, mostDrafts, guideAddresses, Optional.of(limit));
    }

    DossierStore openStore() {
        return store.get();
    }

    CallerIdentification callers() {
        return callers;
    }

    int port() {
        return port;
    }

    Clock clock() {
        return clock;
    }

    int mostDrafts() {
        return mostDrafts;
    }

    GuideAddresses guideAddresses() {
        return guideAddresses;
    }

    LoginLimit loginLimit() {
        return loginLimit.orElseGet(() -> LoginLimit.usual(clock));
    }

    Optional<PscRegistration> psc() {
        return psc;
    }
}
