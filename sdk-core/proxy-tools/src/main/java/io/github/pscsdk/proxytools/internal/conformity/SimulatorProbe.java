package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.proxytools.internal.conformity.Check.Prerequisite;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Plays logins of fictitious professionals at a proxy that talks to a simulator, and to nothing else. */
record SimulatorProbe(RunningProxy proxy, Simulator simulator, boolean mayMoveClock) {
    /** The fictitious pharmacist of every simulator, who approves everything. */
    private static final String WHO = "899999100011";

    private static final String REQUEST = "BACKCHANNEL_AUTHENTICATION";
    private static final String LOGOUT = "LOGOUT";
    private static final Duration LONGEST = Duration.ofHours(4);
    /** More than the half hour that a session may idle. */
    private static final Duration IDLE = Duration.ofMinutes(31);
    /** Servers of one clock do not differ by that. */
    private static final Duration APART = Duration.ofMinutes(5);
    /** JWS compact serialization (RFC 7515 section 7.1): the header is a JSON object. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.|\"(access|refresh|id)_token\"");

    private static final int TURNS = 12;
    private static final int WAIT_SECONDS = 5;

    /** All checks; findings from before a failure are kept. */
    List<ConformityFinding> findings() throws InterruptedException {
        var findings = new ArrayList<ConformityFinding>();
        try {
            if (!proxy.isAtSimulator()) {
                return findings;
            }
            findings.addAll(ConformityFinding.unanswered(Prerequisite.SIMULATOR));
            findings.addAll(browserLogin());
            // The last one, since it may move the clock.
            findings.addAll(deviceLogin());
            return findings;
        } catch (IOException e) {
            // The other end is gone, or is no simulator: the other checks stay unseen.
            return findings;
        }
    }

    /** Opens the login page as a browser does, and comes back: once as it should be, once with a wrong nonce. */
    private List<ConformityFinding> browserLogin() throws IOException, InterruptedException {
        var login = proxy.inBrowser();
        try {
            var page = proxy.open(login);
            // A page asks a person. A redirect, even with an error, has taken the redirect URI (RFC 6749, 4.1.2.1).
            var accepted = page.status() == 200 || page.location().isPresent();
            return List.of(ConformityFinding.of(Check.REDIRECT_ACCEPTED, accepted), nonce(page));
        } finally {
            proxy.cancel(login.id());
        }
    }

    private ConformityFinding nonce(ConformityCalls.Reply page) throws IOException, InterruptedException {
        var back = page.location()
                .filter(uri -> RunningProxy.parameter(uri, "code").isPresent());
        if (back.isEmpty()) {
            return ConformityFinding.unseen(
                    Check.CALLBACK_NONCE, page.status() == 200 ? Prerequisite.AUTOMATIC_ANSWERS : Prerequisite.ANSWER);
        }
        // Only where a right nonce is let through does a refusal say anything.
        return comeBack(back.get()).status() == 200
                ? ConformityFinding.of(Check.CALLBACK_NONCE, isWrongNonceRefused())
                : ConformityFinding.unseen(Check.CALLBACK_NONCE, Prerequisite.ANSWER);
    }

    private boolean isWrongNonceRefused() throws IOException, InterruptedException {
        var login = proxy.inBrowser();
        simulator.sendWrongNonces();
        try {
            var back = proxy.open(login).location();
            return comeBack(back.orElseThrow(() -> new IOException("the login page leads nowhere")))
                            .status()
                    != 200;
        } finally {
            simulator.sendRightNonces();
            proxy.cancel(login.id());
        }
    }

    /** To the proxy where it is reached from here, whatever its public address. */
    private ConformityCalls.Reply comeBack(URI callback) throws IOException, InterruptedException {
        return proxy.anybody().get("/v1/callback?" + callback.getRawQuery());
    }

    /**
     * Logs a fictitious professional in on their device, out again, and in once more until the session ends by itself.
     */
    private List<ConformityFinding> deviceLogin() throws IOException, InterruptedException {
        var findings = new ArrayList<ConformityFinding>();
        findings.add(binding());
        var login = play("07");
        findings.add(ConformityFinding.of(
                Check.BACKCHANNEL_ACR,
                simulator.last(REQUEST, "acr_values").filter("eidas1"::equals).isPresent()));
        findings.add(ConformityFinding.of(Check.SESSION_TOKENS, !login.showsToken));
        findings.add(explicitEnd(login));
        findings.addAll(mayMoveClock ? automaticEnd() : untouchedClock());
        return findings;
    }

    private ConformityFinding binding() throws IOException, InterruptedException {
        var before = simulator.count(REQUEST);
        var refused = 0;
        var wrong = List.of("7", "123", "4x", "", " 7");
        for (var message : wrong) {
            var reply = proxy.onDevice(WHO, message);
            refused += reply.status() == 400 ? 1 : 0;
            var begun = RunningProxy.Begun.of(reply.document());
            if (begun.isPresent()) {
                proxy.cancel(begun.get().id());
            }
        }
        var none = simulator.count(REQUEST) == before;
        return ConformityFinding.of(Check.BACKCHANNEL_BINDING, none && refused == wrong.size(), refused, wrong.size());
    }

    /** A login that is done, as the proxy and the simulator name it. */
    private record PlayedLogin(String session, String pscSession, boolean showsToken, ConformityCalls.Reply view) {
        @Override
        public String toString() {
            return "PlayedLogin[]";
        }
    }

    private PlayedLogin play(String bindingMessage) throws IOException, InterruptedException {
        var begun = RunningProxy.Begun.of(proxy.onDevice(WHO, bindingMessage).document())
                .orElseThrow(() -> new IOException("no login began"));
        for (var turn = 0; turn < TURNS; turn++) {
            simulator.approve(WHO);
            var state = proxy.follow(begun.id(), WAIT_SECONDS);
            var session = state.document().text("proxy_session_id");
            var pscSession = state.document().text("session_state");
            if (session.isPresent() && pscSession.isPresent()) {
                var view = proxy.inSession(session.get()).get("/v1/session");
                var shows = TOKEN.matcher(state.body() + view.body()).find();
                return new PlayedLogin(session.get(), pscSession.get(), shows, view);
            }
        }
        throw new IOException("the login came to nothing");
    }

    private ConformityFinding explicitEnd(PlayedLogin login) throws IOException, InterruptedException {
        var lived = simulator.hasSession(login.pscSession);
        var ended = proxy.inSession(login.session).delete("/disconnect").status() == 200;
        var lives = simulator.hasSession(login.pscSession);
        return ConformityFinding.of(Check.SESSION_EXPLICIT_END, lived && ended && !lives);
    }

    private List<ConformityFinding> automaticEnd() throws IOException, InterruptedException {
        var login = play("70");
        var life = Duration.between(simulator.now(), until(login));
        var logouts = simulator.count(LOGOUT);
        if (!simulator.advance(IDLE) || !proxyHasMoved()) {
            proxy.inSession(login.session).delete("/disconnect");
            return untouchedClock();
        }
        var ended = proxy.inSession(login.session).get("/v1/session").status() == 401;
        var asked = simulator.count(LOGOUT) - logouts;
        var limits = ended && life.compareTo(LONGEST) <= 0;
        return List.of(
                ConformityFinding.of(Check.SESSION_LIMITS, limits, life.toMinutes()),
                // A session that goes on has had no automatic end to be looked at.
                ended
                        ? ConformityFinding.of(Check.SESSION_AUTOMATIC_END, asked == 0, asked)
                        : ConformityFinding.unseen(Check.SESSION_AUTOMATIC_END, Prerequisite.ANSWER));
    }

    private static Instant until(PlayedLogin login) throws IOException {
        return login.view
                .document()
                .text("expiresAt")
                .map(Instant::parse)
                .orElseThrow(() -> new IOException("no session is shown"));
    }

    /** Whether the proxy counts a login's ten minutes from the simulator's new time. */
    private boolean proxyHasMoved() throws IOException, InterruptedException {
        var login = proxy.inBrowser();
        proxy.cancel(login.id());
        var now = simulator.now();
        return login.deadline()
                .filter(deadline -> Instant.parse(deadline).plus(APART).isAfter(now))
                .isPresent();
    }

    private static List<ConformityFinding> untouchedClock() {
        return Stream.of(Check.SESSION_AUTOMATIC_END, Check.SESSION_LIMITS)
                .map(check -> ConformityFinding.unseen(check, Prerequisite.MOVABLE_CLOCK))
                .toList();
    }
}
