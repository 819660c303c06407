package io.github.pscsdk.workstation;

import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.pluginhost.internal.PluginHost;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.workstation.internal.http.ServerHalfSettings;
import io.github.pscsdk.workstation.internal.http.ServerHalfSettings.ApplicationToken;
import io.github.pscsdk.workstation.internal.http.ServerHalfSettings.Contract;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Makes the client that practice software on a workstation uses: one per application, closed at its end.
 *
 * <p>Asks for the address of the server half and for the two values by which the server half knows the software (for
 * one of them, where it {@linkplain #withPlainContract speaks ANS's plain contract}); everything else has a default.
 * Without a plug-in folder there is the authenticator {@code browser} alone, which is always there: Pro Santé Connect's
 * page in the system browser. Not safe for several threads at once.
 */
public final class PscClientBuilder {
    private final URI serverHalf;
    private Optional<String> clientId = Optional.empty();
    private Optional<ApplicationToken> applicationToken = Optional.empty();
    private boolean singleSignOn;
    private Contract contract = Contract.FOUND_OUT;

    // Read by WorkstationClient, once all is there.
    NetworkSettings network = NetworkSettings.ofSystem();
    final List<Authenticator> authenticators = new ArrayList<>();
    Optional<Path> pluginFolder = Optional.empty();
    private PluginIntegrity integrity = PluginIntegrity.off();
    Duration loadLimit = PluginHost.Settings.LOAD_LIMIT;
    private Optional<Duration> watchedEvery = Optional.empty();
    private Consumer<PluginStatus> pluginListener = status -> {};
    Optional<Path> settingsDirectory = Optional.empty();
    Optional<Path> stateDirectory = Optional.empty();
    Locale locale = Locale.getDefault();
    Optional<Executor> executor = Optional.empty();
    Consumer<URI> browser = BrowserAuthenticator::openInSystemBrowser;
    Clock clock = Clock.systemUTC();
    GuideAddresses guideAddresses = GuideAddresses.none();

    private PscClientBuilder(URI serverHalf) {
        this.serverHalf = serverHalf;
    }

    /**
     * Starts with the server half, the <i>Proxy e-Santé</i> that the vendor of the software runs.
     *
     * @param proxy its base address; {@code https}, or {@code http} where the host is this machine
     * @throws PscException {@code SERVER_HALF_ADDRESS_UNUSABLE} if the address is none that a login could use
     */
    public static PscClientBuilder forServerHalf(URI proxy) throws PscException {
        return new PscClientBuilder(ServerHalfSettings.checked(Objects.requireNonNull(proxy, "proxy")));
    }

    /** The software's client id at Pro Santé Connect; the server half must know it. Not a secret. */
    public PscClientBuilder clientId(String id) {
        if (Objects.requireNonNull(id, "id").isBlank()) {
            throw new IllegalArgumentException("a client id is not blank");
        }
        clientId = Optional.of(id);
        return this;
    }

    /**
     * The token that this installation shows to the server half so that strangers cannot ring professionals' phones;
     * without white space around it.
     *
     * @throws IllegalArgumentException if it could not stand in an {@code Authorization} header (RFC 6750, section 2.1)
     */
    public PscClientBuilder applicationToken(String token) {
        applicationToken = Optional.of(new ApplicationToken(Objects.requireNonNull(token, "token")));
        return this;
    }

    /**
     * Loads every plug-in archive ({@code *.jar}) of a folder when the client is built; later changes are taken where
     * the host asks for it ({@link PscClient#plugins}, {@link #watchPlugins}). Loading code is trusting it: name a
     * folder that only an administrator may write. A file {@code disabled.txt} in it switches plug-ins off, one plug-in
     * id a line. Of several versions of one plug-in the highest that works is used. A plug-in that cannot be used is a
     * finding of {@link PscClient#diagnose}, never a failure.
     */
    public PscClientBuilder pluginDirectory(Path folder) {
        pluginFolder = Optional.of(Objects.requireNonNull(folder, "folder"));
        return this;
    }

    /** Which plug-in archives are trusted, and what becomes of the others; {@link PluginIntegrity#off()} unless set. */
    public PscClientBuilder pluginIntegrity(PluginIntegrity trusted) {
        integrity = Objects.requireNonNull(trusted, "trusted");
        return this;
    }

    /**
     * How long the loading of one plug-in, and the start of each authenticator of the application's own, may take; what
     * takes longer is not used ({@code NOT_RESPONDING}). Longer than zero; 10 s unless set.
     */
    public PscClientBuilder pluginLoadLimit(Duration limit) {
        loadLimit = positive(limit, "limit");
        return this;
    }

    /**
     * Looks at the plug-in folder again and again, some seconds apart, and takes what has changed once a change has
     * lasted for two looks. Unless called, the folder is looked at when the client is built and when the host asks.
     */
    public PscClientBuilder watchPlugins(Duration pause) {
        watchedEvery = Optional.of(positive(pause, "pause"));
        return this;
    }

    /** Tells of each change in the life of a plug-in, on the thread that brings it about: be quick, throw nothing. */
    public PscClientBuilder onPluginChange(Consumer<PluginStatus> listener) {
        pluginListener = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Reads the settings of authenticators from a folder, once, when the client is built: from the file {@code
     * <authenticator id>.properties} in UTF-8, which need not exist. Unless called, they are read from system
     * properties ({@code pscsdk.<authenticator id>.<setting>}) and environment variables alone, which go before the
     * file in any case. A file may hold secrets: let the person's account and the administrator alone read it.
     */
    public PscClientBuilder settingsDirectory(Path folder) {
        settingsDirectory = Optional.of(Objects.requireNonNull(folder, "folder"));
        return this;
    }

    /**
     * Lets authenticators keep something about their devices: up to 64 KiB each, in a folder of their own under this
     * one, which is made when first needed. Name a folder of the person's account. Unless called, nothing is kept.
     */
    public PscClientBuilder stateDirectory(Path folder) {
        stateDirectory = Optional.of(Objects.requireNonNull(folder, "folder"));
        return this;
    }

    /** The language of the application's windows, for authenticators; that of the JVM unless set. */
    public PscClientBuilder locale(Locale language) {
        locale = Objects.requireNonNull(language, "language");
        return this;
    }

    /**
     * Registers an authenticator of the application's own, for tests and for hosts that want no folder. It goes before
     * any plug-in with the same id, and before the engine's own {@code browser}, whose id no plug-in may have. Started
     * when the client is built, and closed with it. May be called several times.
     */
    public PscClientBuilder authenticator(Authenticator authenticator) {
        authenticators.add(Objects.requireNonNull(authenticator, "authenticator"));
        return this;
    }

    /**
     * Opens the login page, on a thread of the client's own. If it throws, the host's dialog may show the address
     * instead, or else the login fails with {@code BROWSER_NOT_OPENED}. Unless set, the desktop's default browser.
     */
    public PscClientBuilder browser(Consumer<URI> opener) {
        browser = Objects.requireNonNull(opener, "opener");
        return this;
    }

    /**
     * Lets a login in the browser use the session that the browser has at Pro Santé Connect, which lets in whoever
     * logged in there last, without a page. Only for workstations that belong to one person.
     *
     * <p>Unless called, each person proves anew who they are ({@code prompt=login}), and a login for which nobody was
     * asked fails with {@code NOT_ASKED_AGAIN}. A server half of a contract before 1.4.0 lets the former person in.
     */
    public PscClientBuilder withSingleSignOn() {
        singleSignOn = true;
        return this;
    }

    /**
     * The server half speaks ANS's plain contract alone ({@code /connect}, {@code /disconnect}, {@code /send}): nothing
     * under {@code /v1} is asked for, and no application token is needed. There is no login in the browser then ({@code
     * BROWSER_LOGIN_NOT_OFFERED}), no ticket, and of the professional no more than the identifier. {@code
     * docs/other-proxies.md} lists the rest.
     *
     * <p>Unless this or {@link #withoutPlainContract} is called, the client finds out: the server half has the calls
     * under {@code /v1}, unless it answers one of them with 404 or 405, without the header of our proxy, and a {@code
     * DELETE /disconnect} of nobody with the 401 of ANS's contract. It remembers a plain one until it is closed.
     */
    public PscClientBuilder withPlainContract() {
        contract = Contract.PLAIN;
        return this;
    }

    /** The server half has the calls under {@code /v1}: a login fails where they cannot be reached. */
    public PscClientBuilder withoutPlainContract() {
        contract = Contract.FULL;
        return this;
    }

    /**
     * The way out of the network, for the client and the HTTP clients of its plug-ins; that of {@link
     * NetworkSettings#ofSystem} unless set.
     */
    public PscClientBuilder network(NetworkSettings settings) {
        network = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /** The time; the system's unless set. */
    public PscClientBuilder clock(Clock time) {
        clock = Objects.requireNonNull(time, "time");
        return this;
    }

    /** Addresses for {@link PscClient#guide} that the published guide does not give; none unless set. */
    public PscClientBuilder guideAddresses(GuideAddresses addresses) {
        guideAddresses = Objects.requireNonNull(addresses, "addresses");
        return this;
    }

    /** Runs {@link PscClient#loginAsync}; a few daemon threads of the client's own unless set. Never shut down here. */
    public PscClientBuilder executor(Executor asynchronous) {
        executor = Optional.of(Objects.requireNonNull(asynchronous, "asynchronous"));
        return this;
    }

    /**
     * Loads the plug-ins and hands over the client. Touches no network.
     *
     * @throws IllegalStateException naming all that is missing, or an authenticator id that was registered twice
     */
    public PscClient build() {
        var missing = new ArrayList<String>();
        if (clientId.isEmpty()) {
            missing.add("clientId");
        }
        if (applicationToken.isEmpty() && contract != Contract.PLAIN) {
            missing.add("applicationToken");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("PscClientBuilder lacks: " + String.join(", ", missing));
        }
        return WorkstationClient.of(this);
    }

    private static Duration positive(Duration length, String name) {
        if (Objects.requireNonNull(length, name).compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException(name + " is longer than zero");
        }
        return length;
    }

    PluginHost.Settings ofPlugins(Set<String> taken) {
        return new PluginHost.Settings(pluginFolder, integrity, taken, loadLimit, watchedEvery, pluginListener);
    }

    ServerHalfSettings ofServerHalf() {
        return new ServerHalfSettings(
                serverHalf, applicationToken, clientId.orElseThrow(), singleSignOn, contract, network);
    }
}
