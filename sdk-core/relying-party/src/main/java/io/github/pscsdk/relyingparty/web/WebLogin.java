package io.github.pscsdk.relyingparty.web;

import static io.github.pscsdk.relyingparty.RelyingParty.await;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.PublicBaseUri;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.SessionId;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The login, the session and the logout of browsers, whatever the web framework: the application routes requests here, shows
 * pages, and sends browsers on. A browser holds the handle of its session in a cookie, and nothing else. Safe for any
 * thread.
 *
 * <p>Three cookies are set, named after the application: {@code …-session}, {@code …-logins} and {@code …-sign-out}.
 */
public final class WebLogin {
    /** As long as the relying party waits for a login. */
    private static final Duration COOKIE_LIFE = Duration.ofMinutes(10);

    private final RelyingParty relyingParty;
    private final LoginLimit limit;
    private final LoginCookie sessionCookie;
    private final LoginCookie loginsCookie;
    private final LoginCookie signOutCookie;

    /**
     * The login of one application.
     *
     * @param relyingParty with the redirect URIs of that application
     * @param site how browsers reach it
     * @param application how its cookies begin: letters, digits, {@code _} and {@code -}
     * @param limit how many logins one address may begin
     */
    public WebLogin(RelyingParty relyingParty, PublicBaseUri site, String application, LoginLimit limit) {
        this.relyingParty = relyingParty;
        this.limit = limit;
        this.sessionCookie = LoginCookie.named(application + "-session", site.value());
        this.loginsCookie = LoginCookie.named(application + "-logins", site.value());
        this.signOutCookie = LoginCookie.named(application + "-sign-out", site.value());
    }

    /**
     * What became of beginning a login.
     *
     * @param page where the browser is sent; empty where too many were begun from its address
     * @param retryAfter how long it has to wait then, in whole seconds, for a header {@code Retry-After}; else zero
     */
    public record BeginResult(Optional<URI> page, Duration retryAfter) {}

    /**
     * Begins a login, unless too many were begun from there.
     *
     * @param address where the browser comes from: behind a reverse proxy, as that one saw it
     * @throws PscException if Pro Santé Connect cannot be reached
     * @throws InterruptedException if the calling thread is interrupted
     */
    public BeginResult begin(BrowserCookies cookies, String address) throws PscException, InterruptedException {
        var wait = limit.begin(address);
        if (wait.isPresent()) {
            return new BeginResult(Optional.empty(), wait.get());
        }
        var login = await(relyingParty::beginBrowserLogin);
        keep(cookies, begun(cookies).with(login.state()));
        return new BeginResult(Optional.of(login.authorizationUri()), Duration.ZERO);
    }

    /**
     * Completes a login that this browser began. It gets a handle that nobody knew before, and loses the session that it had.
     *
     * @param query of the return, as it came; empty where there was none
     * @throws PscException if no such login waits, or if it fails
     * @throws InterruptedException if the calling thread is interrupted
     */
    public PscSession comeBack(BrowserCookies cookies, String query) throws PscException, InterruptedException {
        var begun = begun(cookies);
        var state = stateIn(query).filter(begun::has).orElse("");
        keep(cookies, begun.without(state));
        var callback = callback(query);
        var session = await(() -> relyingParty.completeBrowserLogin(callback, state));
        handle(cookies).ifPresent(relyingParty::forget);
        cookies.add(sessionCookie.set(session.id().value()));
        cookies.add(signOutCookie.erase());
        return session;
    }

    /** The handle of the session that the browser names, whether the session is open or not. */
    public Optional<SessionId> handle(SentCookies cookies) {
        return read(cookies, sessionCookie).flatMap(SessionId::read);
    }

    /** The session, if it is still open. Counts as activity. */
    public Optional<PscSession> session(SentCookies cookies) {
        return handle(cookies).flatMap(relyingParty::session);
    }

    /**
     * Takes the cookie of a session that is no longer open from the browser.
     *
     * @return {@code SESSION_ENDED_AT_PSC} where Pro Santé Connect has ended it, else {@code SESSION_ENDED}; empty where the
     *     browser shows no session, or one that is open
     */
    public Optional<LoginProblem> dropEndedSession(BrowserCookies cookies) {
        if (read(cookies, sessionCookie).isEmpty() || session(cookies).isPresent()) {
            return Optional.empty();
        }
        cookies.add(sessionCookie.erase());
        return Optional.of(handle(cookies).map(this::whyEnded).orElse(LoginProblem.SESSION_ENDED));
    }

    private LoginProblem whyEnded(SessionId id) {
        try {
            relyingParty.requireSession(id);
        } catch (PscException e) {
            if (e.problem() == LoginProblem.SESSION_ENDED_AT_PSC) {
                return LoginProblem.SESSION_ENDED_AT_PSC;
            }
        }
        return LoginProblem.SESSION_ENDED;
    }

    /**
     * Ends a session here, whatever follows. Only for a form that {@link FormToken} matches.
     *
     * @return where the browser is sent, so that Pro Santé Connect ends its session too
     * @throws PscException if Pro Santé Connect cannot be asked to: {@code SESSION_ENDED} where the session was over before
     * @throws InterruptedException if the calling thread is interrupted
     */
    public URI logOut(BrowserCookies cookies, SessionId id) throws PscException, InterruptedException {
        cookies.add(sessionCookie.erase());
        var signOut = await(() -> relyingParty.beginBrowserSignOut(id));
        cookies.add(signOutCookie.set(signOut.state(), COOKIE_LIFE));
        return signOut.endSessionUri();
    }

    /**
     * Whether a browser comes back from a logout that it began. Pro Santé Connect may have lost the state on the way; another
     * one does not count.
     *
     * @param query of the return, as it came; empty where there was none
     */
    public boolean isSignedOut(SentCookies cookies, String query) {
        var begun = read(cookies, signOutCookie);
        return begun.isPresent() && stateIn(query).map(begun.get()::equals).orElse(true);
    }

    private BegunLogins begun(SentCookies cookies) {
        return BegunLogins.ofCookie(read(cookies, loginsCookie).orElse(""));
    }

    private void keep(BrowserCookies cookies, BegunLogins begun) {
        var value = begun.toCookie();
        cookies.add(value.isEmpty() ? loginsCookie.erase() : loginsCookie.set(value, COOKIE_LIFE));
    }

    private static Optional<String> read(SentCookies cookies, LoginCookie cookie) {
        return cookies.read(cookie.name()).filter(value -> !value.isEmpty());
    }

    /** The first one; that none comes twice is the relying party's to check. */
    private static Optional<String> stateIn(String query) {
        return Stream.of(query.split("&"))
                .filter(pair -> pair.startsWith("state="))
                .map(pair -> pair.substring("state=".length()))
                .findFirst()
                .map(WebLogin::decoded);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static URI callback(String query) throws PscException {
        try {
            return new URI("/?" + query);
        } catch (URISyntaxException e) {
            // Without its cause, which quotes the query.
            throw new PscException(LoginProblem.LOGIN_NOT_WAITING, "the return cannot be read");
        }
    }

    /**
     * The logins that one browser has begun, by their states, the newest first: each tab may have one. Kept in a cookie, they
     * bind the return from Pro Santé Connect to the browser that set out, so that nobody can finish a login that somebody else
     * began (RFC 9700, section 4.7). Immutable.
     */
    static final class BegunLogins {
        private static final String SEPARATOR = ".";
        private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{20,128}");
        // So many tabs at most that the cookie stays small.
        private static final int MOST = 4;

        private final List<String> states;

        private BegunLogins(Stream<String> states) {
            this.states = states.limit(MOST).toList();
        }

        /** Reads the cookie's value, which anybody may have written: what is no state is left out. An empty text has none. */
        static BegunLogins ofCookie(String value) {
            return new BegunLogins(Stream.of(value.split(Pattern.quote(SEPARATOR)))
                    .filter(state -> STATE.matcher(state).matches()));
        }

        /** Whether this browser began that login. */
        boolean has(String state) {
            return states.contains(state);
        }

        /** These and a newer one. The oldest of five is forgotten. */
        BegunLogins with(String state) {
            return new BegunLogins(Stream.concat(Stream.of(state), states.stream()));
        }

        /** These without one that has come back. */
        BegunLogins without(String state) {
            return new BegunLogins(states.stream().filter(other -> !other.equals(state)));
        }

        /** The value of the cookie; empty when there is nothing to keep. */
        String toCookie() {
            return String.join(SEPARATOR, states);
        }

        /** Prints how many, and no state. */
        @Override
        public String toString() {
            return "BegunLogins[" + states.size() + "]";
        }
    }
}
