package io.github.pscsdk.relyingparty.web;

import static io.github.pscsdk.relyingparty.RelyingParty.await;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.relyingparty.session.BrowserSignOut;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The login, the session and the logout of browsers, whatever the web framework: the application routes requests here,
 * shows pages, and sends browsers on. Safe for any thread.
 *
 * <p>PSC's session in a browser lets whoever comes next in as the former person. So once a login was begun in a
 * browser, each further one there asks the person anew, as by {@link BrowserLogin.Options}, until a logout came back
 * from PSC; and beginning a login leaves the session that the browser had.
 *
 * <p>These cookies are set, named after the application: {@code …-session}, the handle; {@code …-login-…}, one for each
 * login that was begun, which only its own return erases; {@code …-logins}, which lists them; {@code …-sign-out}; and
 * {@code …-former}, by which a login of before is known again. None names a person.
 */
public final class WebLogin {
    /** As long as the relying party waits for a login. */
    private static final Duration COOKIE_LIFE = Duration.ofMinutes(10);

    // Of a login that has not come back, or failed, nobody knows the moment.
    private static final String UNKNOWN = "unknown";

    /** How the cookie of a login is named after its state. */
    private static final int START_LENGTH = 12;

    private static final Pattern START = Pattern.compile("[A-Za-z0-9_-]{" + START_LENGTH + "}");
    private static final String SEPARATOR = ".";
    // So many tabs at most that a request's cookies stay small.
    private static final int MOST_LOGINS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(WebLogin.class);

    private final AtomicBoolean loginsReturn = new AtomicBoolean();
    private final AtomicBoolean signOutsReturn = new AtomicBoolean();
    private final RelyingParty relyingParty;
    private final LoginLimit limit;
    private final URI site;
    private final String application;
    private final HostCookie sessionCookie;
    private final HostCookie loginsCookie;
    private final HostCookie signOutCookie;
    private final HostCookie formerCookie;

    /**
     * @param relyingParty with the redirect URIs of that application
     * @param site how browsers reach it
     * @param application how its cookies begin: letters, digits, {@code _} and {@code -}
     * @param limit how many logins one address may begin
     */
    public WebLogin(RelyingParty relyingParty, PublicBaseUri site, String application, LoginLimit limit) {
        this.relyingParty = relyingParty;
        this.limit = limit;
        this.site = site.value();
        this.application = application;
        this.sessionCookie = HostCookie.named(application + "-session", site.value());
        this.loginsCookie = HostCookie.named(application + "-logins", site.value());
        this.signOutCookie = HostCookie.named(application + "-sign-out", site.value());
        this.formerCookie = HostCookie.named(application + "-former", site.value());
    }

    /**
     * Begins a login, unless too many were begun from there. The session that the browser had is over here.
     *
     * @param address where the browser comes from: behind a reverse proxy, as that one saw it
     * @return where the browser is sent
     * @throws PscException {@code TOO_MANY_ATTEMPTS} with the fact {@code seconds} to wait, for {@code Retry-After}; or
     *     if Pro Santé Connect cannot be reached
     * @throws InterruptedException if the calling thread is interrupted
     */
    public URI begin(Cookies cookies, String address) throws PscException, InterruptedException {
        var wait = limit.begin(address);
        if (wait.isPresent()) {
            var seconds = Long.toString(wait.get().toSeconds());
            throw new PscException(
                    LoginProblem.TOO_MANY_ATTEMPTS,
                    "too many logins were begun from one address; again in " + seconds + " s",
                    Map.of("seconds", seconds));
        }
        tellOfUndeclared(cookies);
        leave(cookies);
        var usual = relyingParty.browserLoginOptions();
        var options = hadSomebody(cookies) ? usual.askingAnew() : usual;
        var login = await(() -> relyingParty.beginBrowserLogin(options));
        keep(cookies, login.state());
        keepTry(cookies);
        return login.authorizationUri();
    }

    /**
     * PSC sends nobody back to an undeclared address: a sign is a browser that begins anew while nobody has ever come
     * back.
     */
    private void tellOfUndeclared(Cookies cookies) {
        if (!begun(cookies).isEmpty() && !loginsReturn.get()) {
            LOG.warn(
                    "no login has come back yet: if PSC showed an error, compare the redirect URI with the one declared to ANS");
        }
        if (read(cookies, signOutCookie).isPresent() && !signOutsReturn.get()) {
            LOG.warn(
                    "no logout has come back yet: if PSC showed an error, compare the post-logout redirect URI with the one declared to ANS");
        }
    }

    /**
     * Completes a login that this browser began. It gets a handle that nobody knew before, and loses the session that
     * it had.
     *
     * @param query of the return, as it came; empty where there was none
     * @throws PscException if no such login waits, or if it fails; {@code NOT_ASKED_AGAIN} where Pro Santé Connect
     *     asked nobody, and the session by which it had let somebody in before is over here
     * @throws InterruptedException if the calling thread is interrupted
     */
    public PscSession comeBack(Cookies cookies, String query) throws PscException, InterruptedException {
        var state =
                stateIn(query).filter(returned -> isBegun(cookies, returned)).orElse("");
        loginsReturn.compareAndSet(false, !state.isEmpty());
        if (!state.isEmpty()) {
            drop(cookies, state);
        }
        var session = completed(cookies, query, state);
        var authentication = authentication(session);
        if (read(cookies, formerCookie).equals(Optional.of(authentication))
                && session(cookies).isEmpty()) {
            refuse(session);
        }
        handle(cookies).ifPresent(relyingParty::forget);
        cookies.add(sessionCookie.set(session.id().value()));
        cookies.add(formerCookie.set(authentication));
        cookies.add(signOutCookie.erase());
        return session;
    }

    /** Ends the session that the browser has, here alone: for an application with other means to log in. */
    public void leave(Cookies cookies) {
        if (read(cookies, sessionCookie).isPresent()) {
            handle(cookies).ifPresent(relyingParty::forget);
            cookies.add(sessionCookie.erase());
        }
    }

    private PscSession completed(Cookies cookies, String query, String state)
            throws PscException, InterruptedException {
        var succeeded = false;
        try {
            var callback = callback(query);
            var session = await(() -> relyingParty.completeBrowserLogin(callback, state));
            succeeded = true;
            return session;
        } finally {
            if (!succeeded && !state.isEmpty()) {
                keepTry(cookies);
            }
        }
    }

    /** Somebody may have a session at PSC from now on, even if the browser never comes back; it is not known who. */
    private void keepTry(Cookies cookies) {
        if (read(cookies, formerCookie).isEmpty()) {
            cookies.add(formerCookie.set(UNKNOWN));
        }
    }

    /** A login of a minute ago, which clocks that are apart hide from the relying party, is known again here. */
    private void refuse(PscSession session) throws PscException, InterruptedException {
        var refusal = new PscException(LoginProblem.NOT_ASKED_AGAIN, "PSC let somebody in by the same login as before");
        try {
            await(() -> relyingParty.signOut(session.id()));
        } catch (PscException e) {
            // It is over here, and PSC is told in the background.
            refusal.addSuppressed(e);
        }
        throw refusal;
    }

    /** By which moment of which session at PSC somebody was let in. Says nothing to whoever reads the cookie. */
    private static String authentication(PscSession session) {
        return Secrets.digest(
                session.sessionState() + "\n" + session.authenticatedAt().getEpochSecond());
    }

    /** The handle of the session that the browser names, whether the session is open or not. */
    public Optional<SessionId> handle(Cookies cookies) {
        return read(cookies, sessionCookie).flatMap(SessionId::read);
    }

    /** The session, if it is still open. Counts as activity. */
    public Optional<PscSession> session(Cookies cookies) {
        return handle(cookies).flatMap(relyingParty::session);
    }

    /**
     * Takes the cookie of a session that is no longer open from the browser.
     *
     * @return why it has ended, as {@link LoginProblem#endsSession} has it: {@code SESSION_ENDED} where nobody knows;
     *     empty where the browser shows no session, or one that is open
     */
    public Optional<LoginProblem> dropEndedSession(Cookies cookies) {
        if (read(cookies, sessionCookie).isEmpty() || session(cookies).isPresent()) {
            return Optional.empty();
        }
        cookies.add(sessionCookie.erase());
        return Optional.of(handle(cookies).map(this::whyEnded).orElse(LoginProblem.SESSION_ENDED));
    }

    private LoginProblem whyEnded(SessionId id) {
        return relyingParty
                .requireSession(id)
                .handle((session, failure) -> Futures.causeOf(failure) instanceof PscException known
                                && known.problem() instanceof LoginProblem problem
                                && problem.endsSession()
                        ? problem
                        : LoginProblem.SESSION_ENDED)
                .toCompletableFuture()
                .join();
    }

    /**
     * Ends a session; from this browser nobody goes on with it, whatever follows. Only for a form {@linkplain
     * SessionId#isFormToken of that session}.
     *
     * @return where the browser is sent, so that Pro Santé Connect ends its session too
     * @throws PscException {@code SESSION_ENDED} where the session was over before; {@code SIGNED_OUT_HERE_ONLY} where
     *     it is over here, and not at Pro Santé Connect; {@code NOT_SIGNED_OUT_YET} where the store has not taken the
     *     end, which the relying party goes on trying: tell the professional
     * @throws InterruptedException if the calling thread is interrupted
     */
    public URI logOut(Cookies cookies, SessionId id) throws PscException, InterruptedException {
        cookies.add(sessionCookie.erase());
        var signOut = begunSignOut(id);
        cookies.add(signOutCookie.set(signOut.state(), COOKIE_LIFE));
        return signOut.endSessionUri();
    }

    private BrowserSignOut begunSignOut(SessionId id) throws PscException, InterruptedException {
        try {
            return await(() -> relyingParty.beginBrowserSignOut(id));
        } catch (PscException e) {
            if (e.problem() != LoginProblem.STORE_UNAVAILABLE && e.problem() != LoginProblem.STORE_UNREADABLE) {
                throw e;
            }
            throw new PscException(
                    LoginProblem.NOT_SIGNED_OUT_YET,
                    "signed out in the browser, not here: " + e.problem().code(),
                    Map.of("problem", e.problem().code()),
                    e);
        }
    }

    /**
     * Takes a browser back from a logout. PSC may have lost the state on the way; another one does not count. Where it
     * came back, PSC has ended its session, and the next login need not ask anew.
     *
     * @param query of the return, as it came; empty where there was none
     * @return whether this browser began a logout
     */
    public boolean finishLogOut(Cookies cookies, String query) {
        var begun = read(cookies, signOutCookie);
        signOutsReturn.compareAndSet(false, begun.isPresent());
        var returned = stateIn(query);
        if (begun.isPresent() && returned.equals(begun)) {
            cookies.add(formerCookie.erase());
        }
        return begun.isPresent() && returned.map(begun.get()::equals).orElse(true);
    }

    /**
     * Whether somebody has logged in in that browser, or tried to, and no logout has come back from Pro Santé Connect
     * since.
     */
    private boolean hadSomebody(Cookies cookies) {
        return Stream.of(sessionCookie, formerCookie)
                .anyMatch(cookie -> read(cookies, cookie).isPresent());
    }

    /**
     * The logins that this browser has begun, by the starts of their states, the newest first. Requests at once may
     * lose one of them here, and none of their cookies.
     */
    private List<String> begun(Cookies cookies) {
        return Stream.of(read(cookies, loginsCookie).orElse("").split(Pattern.quote(SEPARATOR)))
                .filter(start -> START.matcher(start).matches())
                .limit(MOST_LOGINS)
                .toList();
    }

    private void list(Cookies cookies, Stream<String> begun) {
        var value = begun.limit(MOST_LOGINS).collect(Collectors.joining(SEPARATOR));
        cookies.add(value.isEmpty() ? loginsCookie.erase() : loginsCookie.set(value, COOKIE_LIFE));
    }

    /**
     * Binds the return to the browser that set out (RFC 9700, section 4.7). The oldest of five logins is forgotten.
     */
    private void keep(Cookies cookies, String state) {
        var begun = begun(cookies);
        begun.stream()
                .skip(MOST_LOGINS - 1)
                .forEach(oldest -> cookies.add(loginCookie(oldest).erase()));
        cookies.add(loginCookie(start(state)).set(state, COOKIE_LIFE));
        list(cookies, Stream.concat(Stream.of(start(state)), begun.stream()));
    }

    private void drop(Cookies cookies, String state) {
        cookies.add(loginCookie(start(state)).erase());
        list(cookies, begun(cookies).stream().filter(other -> !other.equals(start(state))));
    }

    private boolean isBegun(Cookies cookies, String state) {
        return START.matcher(start(state)).matches()
                && read(cookies, loginCookie(start(state))).equals(Optional.of(state));
    }

    private HostCookie loginCookie(String start) {
        return HostCookie.named(application + "-login-" + start, site);
    }

    private static String start(String state) {
        return state.substring(0, Math.min(START_LENGTH, state.length()));
    }

    /**
     * The HTTP status of a page that shows a problem to a person; the Proxy e-Santé has codes of its own.
     *
     * @return 400 and 403 for what the person or their browser did, 429 for too many attempts, 502 for what Pro Santé
     *     Connect answered, 503 for what may work again in a moment, 500 for all else
     */
    public static int statusOf(Problem problem) {
        return problem instanceof LoginProblem known ? statusOf(known) : 500;
    }

    private static int statusOf(LoginProblem problem) {
        return switch (problem) {
            case REFUSED,
                    NO_ANSWER_IN_TIME,
                    IDENTITY_MISMATCH,
                    IDENTITY_UNDECIDED,
                    MEANS_NOT_ACCEPTED,
                    LEVEL_NOT_ACCEPTED,
                    SESSION_ENDED,
                    SESSION_ENDED_AT_PSC,
                    SESSION_CONTRADICTED,
                    INTERRUPTED,
                    UNKNOWN_PROFESSIONAL,
                    UNKNOWN_ADELI_NUMBER,
                    TEST_IDENTITY_IN_PRODUCTION,
                    NOT_ASKED_AGAIN -> 403;
            case LOGIN_NOT_WAITING -> 400;
            case TOO_MANY_ATTEMPTS -> 429;
            case PSC_UNAVAILABLE,
                    SIGNED_OUT_HERE_ONLY,
                    API_UNAVAILABLE,
                    TRACE_NOT_KEPT,
                    STORE_UNAVAILABLE,
                    NOT_SIGNED_OUT_YET,
                    SERVER_HALF_BUSY,
                    SERVER_HALF_UNREACHABLE -> 503;
            case PSC_ANSWER_INVALID,
                    ENVIRONMENT_MISMATCH,
                    ID_TOKEN_REJECTED,
                    USERINFO_REJECTED,
                    CLIENT_REJECTED,
                    REQUEST_REJECTED,
                    GRANT_REJECTED -> 502;
            default -> 500;
        };
    }

    private static Optional<String> read(Cookies cookies, HostCookie cookie) {
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

    /** The cookies of one request, and of its answer. */
    public interface Cookies {
        /** The value of the cookie with that name; empty where the browser sent none. */
        Optional<String> read(String name);

        /** Adds a header {@code Set-Cookie} with that value to the answer, whatever becomes of it. */
        void add(String setCookie);
    }
}
