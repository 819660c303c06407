package io.github.pscsdk.relyingparty;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.event.IdentifiersListener;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.sessionstore.SessionStore;
import java.net.URI;
import java.security.KeyStore;
import java.security.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/** Describes a {@link RelyingParty}. Only {@link #client} is needed; everything else has a safe default. */
public final class RelyingPartyBuilder {
    // Never a symmetric algorithm and never "none", whatever is configured: RFC 8725, sections 3.1 and 3.2.
    private static final Pattern ALGORITHM = Pattern.compile("(RS|PS|ES)(256|384|512)");

    final PscEnvironment environment;
    String clientId = "";
    Optional<ClientAuthentication> authentication = Optional.empty();
    Optional<URI> redirectUri = Optional.empty();
    Optional<URI> postLogoutRedirectUri = Optional.empty();
    final List<ApiAudience> apis = new ArrayList<>();
    Optional<SessionStore> sessionStore = Optional.empty();
    Clock clock = Clock.systemUTC();
    Duration leeway = PscProfile.LEEWAY;
    Duration idleTimeout = PscProfile.IDLE_TIMEOUT;
    Duration sessionLimit = PscProfile.SESSION_LIMIT;
    BrowserLogin.Options browserLoginOptions = BrowserLogin.Options.none();
    Duration browserLoginTimeout = PscProfile.BROWSER_LOGIN_TIMEOUT;
    Optional<KeyStore> trustedCertificates = Optional.empty();
    ForwardProxy forwardProxy = ForwardProxy.ofJava();
    Set<String> idTokenAlgorithms = PscProfile.ID_TOKEN_ALGORITHMS;
    AcrPolicy acrPolicy = AcrPolicy.DEFAULT;
    Optional<IdentifiersListener> identifiersListener = Optional.empty();
    final List<RelyingPartyListener> listeners = new ArrayList<>();
    Optional<Executor> executor = Optional.empty();
    /** How long a close waits for logins that PSC has granted, by the system's time: it blocks its caller. */
    Duration closeWaitsForLogins = Duration.ofSeconds(10);
    /** How long it then waits for PSC's answers about sessions that nobody was given. */
    Duration closeWaitsForSignOuts = Duration.ofSeconds(3);
    /** So many sign-outs that failed are tried again at once; of more, the host alone may: memory is bounded. */
    int mostSignOutsInBackground = 10_000;
    /** Of a test that waits until the store has answered. */
    Optional<Executor> storeThreads = Optional.empty();

    Optional<Provider> signatureProvider = Optional.empty();
    Duration operationTimeout = Duration.ofSeconds(30);
    boolean prolongsSessions = true;

    RelyingPartyBuilder(PscEnvironment environment) {
        this.environment = Objects.requireNonNull(environment, "environment");
    }

    /** Which client this is, by the id that ANS gave for this environment, and how it proves that. */
    public RelyingPartyBuilder client(String id, ClientAuthentication proof) {
        if (Objects.requireNonNull(id, "id").isBlank()) {
            throw new IllegalArgumentException("the client id is blank");
        }
        this.clientId = id;
        this.authentication = Optional.of(Objects.requireNonNull(proof, "proof"));
        return this;
    }

    /** Where browser logins come back to, exactly as declared to ANS. Needed for browser logins only. */
    public RelyingPartyBuilder redirectUri(URI uri) {
        SecureUri.require(uri, "the redirect URI");
        this.redirectUri = Optional.of(uri);
        return this;
    }

    /** Where browsers come back to after a logout, exactly as declared to ANS. Needed for logouts by browser only. */
    public RelyingPartyBuilder postLogoutRedirectUri(URI uri) {
        SecureUri.require(uri, "the post-logout redirect URI");
        this.postLogoutRedirectUri = Optional.of(uri);
        return this;
    }

    /**
     * Makes a target API known from the start: its client is checked at once, and tokens that another process fetched
     * are given back at the end of their session.
     */
    public RelyingPartyBuilder api(ApiAudience audience) {
        apis.add(Objects.requireNonNull(audience, "audience"));
        return this;
    }

    /**
     * Where sessions, logins and logouts that PSC has not heard of live; in this process unless set, else {@linkplain
     * SessionStore#encrypted encrypted}. Nodes that share it have its clock, and go on with back-channel logins of a
     * node that stops.
     */
    public RelyingPartyBuilder sessionStore(SessionStore store) {
        this.sessionStore = Optional.of(Objects.requireNonNull(store, "store"));
        return this;
    }

    /**
     * Tells the time; the system's UTC clock unless set. Polls, deadlines, retries and the limits of operations follow
     * a {@link io.github.pscsdk.time.VirtualClock}.
     */
    public RelyingPartyBuilder clock(Clock source) {
        this.clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /** How far PSC's clock and ours may be apart; 60 s unless set, at most 5 minutes. */
    public RelyingPartyBuilder leeway(Duration tolerance) {
        if (Objects.requireNonNull(tolerance, "tolerance").isNegative()
                || tolerance.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("the leeway is between 0 and 5 minutes");
        }
        this.leeway = tolerance;
        return this;
    }

    /** A session ends after so long without activity; 30 minutes unless set. */
    public RelyingPartyBuilder idleTimeout(Duration limit) {
        this.idleTimeout = positive(limit, "idleTimeout");
        return this;
    }

    /** A session ends so long after the professional proved who they are; 4 hours unless set, as at PSC. */
    public RelyingPartyBuilder sessionLimit(Duration limit) {
        this.sessionLimit = positive(limit, "sessionLimit");
        return this;
    }

    /** The options of {@link RelyingParty#beginBrowserLogin()}; nothing beyond the usual unless set. */
    public RelyingPartyBuilder browserLoginOptions(BrowserLogin.Options usual) {
        this.browserLoginOptions = Objects.requireNonNull(usual, "usual");
        return this;
    }

    /** A browser login is given up after so long; 10 minutes unless set. */
    public RelyingPartyBuilder browserLoginTimeout(Duration limit) {
        this.browserLoginTimeout = positive(limit, "browserLoginTimeout");
        return this;
    }

    /**
     * An operation that talks to PSC or to an API's authorization server ends after so long; 30 seconds unless set. A
     * single request ends after 15 seconds. A professional is waited for as long as PSC says, and a second more.
     */
    public RelyingPartyBuilder operationTimeout(Duration limit) {
        this.operationTimeout = positive(limit, "operationTimeout");
        return this;
    }

    /** The certification authorities to trust, instead of those of the Java platform. */
    public RelyingPartyBuilder trustedCertificates(KeyStore authorities) {
        this.trustedCertificates = Optional.of(Objects.requireNonNull(authorities, "authorities"));
        return this;
    }

    /**
     * The HTTP proxy through which calls to Pro Santé Connect and to the authorization servers of APIs go out; that of
     * Java's settings, without a password, unless set.
     */
    public RelyingPartyBuilder forwardProxy(ForwardProxy proxy) {
        this.forwardProxy = Objects.requireNonNull(proxy, "proxy");
        return this;
    }

    /**
     * Runs the calls to PSC and to the authorization servers of APIs, each of which blocks a thread: give virtual ones
     * where Java has them. An endpoint that hangs holds up no other. Unless set, there are up to 64 daemon threads for
     * PSC and 6 for each authorization server, and 256 and 64 while calls hang; a given executor, which is not closed,
     * has four times as many calls at once.
     */
    public RelyingPartyBuilder executor(Executor threads) {
        this.executor = Optional.of(Objects.requireNonNull(threads, "threads"));
        return this;
    }

    /**
     * Leaves it to the host to {@linkplain RelyingParty#refresh prolong} sessions at PSC. Unless set, activity does so
     * in the background, once ten minutes have passed since the last time.
     */
    public RelyingPartyBuilder withoutProlonging() {
        this.prolongsSessions = false;
        return this;
    }

    /**
     * The signature algorithms that an ID token may use; {@code RS256} unless set.
     *
     * @throws IllegalArgumentException if the set is empty or names a symmetric algorithm, {@code none} or an unknown
     *     one
     */
    public RelyingPartyBuilder idTokenAlgorithms(Set<String> names) {
        if (Objects.requireNonNull(names, "names").isEmpty()
                || !names.stream().allMatch(name -> ALGORITHM.matcher(name).matches())) {
            throw new IllegalArgumentException("ID tokens are signed by RS, PS or ES with 256, 384 or 512");
        }
        this.idTokenAlgorithms = Set.copyOf(names);
        return this;
    }

    /** With which levels of assurance people are let in; {@link AcrPolicy#DEFAULT} unless set. */
    public RelyingPartyBuilder acrPolicy(AcrPolicy policy) {
        this.acrPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Is told at each login by which identifiers the person is known; nobody unless set. */
    public RelyingPartyBuilder identifiersListener(IdentifiersListener listener) {
        this.identifiersListener = Optional.of(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * One more that hears of logins, calls, refusals and ends of sessions, without anything of a person; nobody unless
     * set.
     */
    public RelyingPartyBuilder listener(RelyingPartyListener counting) {
        listeners.add(Objects.requireNonNull(counting, "counting"));
        return this;
    }

    /**
     * Checks the RSA signatures of tokens, {@code RS256} to {@code RS512}, by this provider of the Java Cryptography
     * Architecture, where it has them: a native one, such as Amazon Corretto Crypto Provider or Conscrypt, takes a
     * fraction of the time. It need not be registered. Other algorithms are left to the platform.
     */
    public RelyingPartyBuilder signatureProvider(Provider provider) {
        this.signatureProvider = Optional.of(Objects.requireNonNull(provider, "provider"));
        return this;
    }

    /**
     * Makes the relying party. Talks to nobody yet.
     *
     * @throws IllegalStateException if something is missing or does not fit together; its message says what
     * @throws IllegalArgumentException if the client of an API cannot be used there: see {@link ApiClientRegistration}
     */
    public RelyingParty build() {
        var proof = authentication.orElseThrow(() -> new IllegalStateException("RelyingPartyBuilder lacks: client"));
        if (proof.certificate().isPresent()
                && !"https".equals(environment.issuer().getScheme())) {
            throw new IllegalStateException("a client certificate needs an environment over https");
        }
        var store = sessionStore.orElseGet(() -> SessionStore.inMemory(clock));
        if (!store.isInProcess() && !store.isEncrypted()) {
            throw new IllegalStateException("a session store outside this process has to be encrypted");
        }
        sessionStore = Optional.of(store);
        return new RelyingParty(this);
    }

    private static Duration positive(Duration limit, String name) {
        if (Objects.requireNonNull(limit, name).isNegative() || limit.isZero()) {
            throw new IllegalArgumentException(name + " is longer than zero");
        }
        return limit;
    }
}
