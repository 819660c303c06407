package io.github.pscsdk.benchmark;

import static io.github.pscsdk.relyingparty.RelyingParty.await;

import io.github.pscsdk.benchmark.harness.Cost;
import io.github.pscsdk.benchmark.harness.Message;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Browser logins that are back from the login page, their tokens signed; all that is left to do is to finish them. */
final class PreparedLogins implements AutoCloseable {
    static final URI REDIRECT = URI.create("http://localhost/connexion/retour");
    private static final Pattern NONCE = Pattern.compile("[?&]nonce=([^&]+)");
    private static final Pattern CODE = Pattern.compile("(?:^|&)code=([^&]+)");

    final TokenSigner signer = new TokenSigner();
    final CannedPsc psc = new CannedPsc(signer);
    private final RelyingParty party;
    private final Deque<BrowserLogin> waiting = new ArrayDeque<>();
    private final List<SessionId> opened = new ArrayList<>();
    private final Map<String, byte[]> tokensByCode = new ConcurrentHashMap<>();
    /** Of a login that is never finished here. */
    String spareCode = "";

    String spareNonce = "";

    PreparedLogins(String document, SessionStore store) {
        psc.answer("/token", this::tokens);
        psc.always("/userinfo", Message.answer(200, document));
        party = psc.party().redirectUri(REDIRECT).sessionStore(store).build();
    }

    /** Prepares so many, and a spare one; ends the sessions of those before. Tokens live two minutes. */
    void prepare(int number) throws Exception {
        opened.forEach(party::forget);
        opened.clear();
        for (var i = 0; i <= number; i++) {
            var login = await(party::beginBrowserLogin);
            tokensByCode.put(code(login), tokens(nonce(login)));
            waiting.add(login);
        }
        var spare = waiting.removeLast();
        spareCode = code(spare);
        spareNonce = nonce(spare);
    }

    private byte[] tokens(Message request) {
        var code = CODE.matcher(request.body());
        return code.find() ? tokensByCode.get(code.group(1)) : Message.answer(400, "{}");
    }

    private byte[] tokens(String nonce) {
        return Message.answer(
                200,
                signer.tokens(
                        psc.issuer().toString(),
                        nonce,
                        Clock.systemUTC().instant().getEpochSecond(),
                        TokenSigner.PROFESSIONAL,
                        TokenSigner.ACCESS_TOKEN));
    }

    private static String nonce(BrowserLogin login) {
        var nonce = NONCE.matcher(login.authorizationUri().toString());
        if (!nonce.find()) {
            throw new IllegalStateException("the login sent no nonce");
        }
        return nonce.group(1);
    }

    /** Any code will do; the state is at hand and unique. */
    private static String code(BrowserLogin login) {
        return "code-" + login.state();
    }

    void warmUp() {
        party.warmUp().toCompletableFuture().join();
    }

    PscSession finish() throws Exception {
        var login = waiting.removeFirst();
        var callback = URI.create(REDIRECT + "?code=" + code(login) + "&state=" + login.state());
        var session = await(() -> party.completeBrowserLogin(callback, login.state()));
        opened.add(session.id());
        return session;
    }

    /** Prepares another one, whose end is the work; ends the session of the one before. */
    Cost.Work one() throws Exception {
        prepare(1);
        return this::finish;
    }

    /** Logs in, and leaves that open for good. */
    void keepOne() throws Exception {
        prepare(1);
        finish();
        opened.clear();
    }

    @Override
    public void close() throws IOException {
        party.close();
        psc.close();
    }
}
