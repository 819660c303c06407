package io.github.pscsdk.benchmark.login;

import static io.github.pscsdk.relyingparty.RelyingParty.await;

import io.github.pscsdk.benchmark.json.SimulatedUserInfo;
import io.github.pscsdk.benchmark.measure.WallClock;
import io.github.pscsdk.benchmark.psc.CannedPsc;
import io.github.pscsdk.benchmark.psc.TokenSigner;
import io.github.pscsdk.benchmark.wire.Answers;
import io.github.pscsdk.benchmark.wire.Connection;
import io.github.pscsdk.benchmark.wire.Message;
import io.github.pscsdk.benchmark.wire.Requests;
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
public final class PreparedLogins implements AutoCloseable {
    static final URI REDIRECT = URI.create("http://localhost/connexion/retour");
    private static final Pattern NONCE = Pattern.compile("[?&]nonce=([^&]+)");
    private static final Pattern CODE = Pattern.compile("(?:^|&)code=([^&]+)");

    final CannedPsc psc;
    final TokenSigner signer = new TokenSigner();
    private final RelyingParty party;
    private final Deque<BrowserLogin> waiting = new ArrayDeque<>();
    private final List<SessionId> opened = new ArrayList<>();
    private final Map<String, byte[]> tokensByCode = new ConcurrentHashMap<>();
    private final Connection bare;
    /** Of a login that is never finished here. */
    String spareCode;

    String spareNonce;
    private final byte[] bareToken;
    private final byte[] bareUserInfo;

    PreparedLogins() throws Exception {
        this(SimulatedUserInfo.document());
    }

    /** @param document what UserInfo says */
    PreparedLogins(String document) throws Exception {
        this(document, SessionStore.inMemory(Clock.systemUTC()));
    }

    /** In that store. */
    public PreparedLogins(SessionStore store) throws Exception {
        this(SimulatedUserInfo.document(), store);
    }

    private PreparedLogins(String document, SessionStore store) throws Exception {
        psc = new CannedPsc(signer);
        psc.answer("/token", this::tokens);
        psc.always("/userinfo", Answers.json(200, userInfo(document)));
        party = psc.party().redirectUri(REDIRECT).sessionStore(store).build();
        prepare(0);
        bare = Connection.to(psc.issuer());
        var tokenForm = "grant_type=authorization_code&code=" + spareCode
                + "&client_id=editeur-demo&client_secret=a-fictitious-secret"
                + "&redirect_uri=http%3A%2F%2Flocalhost%2Fconnexion%2Fretour"
                + "&code_verifier=a-verifier-of-43-characters-like-those-drawn";
        bareToken = Requests.post(psc.endpoint("/token"), tokenForm);
        bareUserInfo = Requests.get(psc.endpoint("/userinfo"), TokenSigner.ACCESS_TOKEN);
    }

    /** Prepares so many, and another one for those who finish none; who was logged in before is so no more. Tokens live two minutes. */
    void prepare(int number) throws Exception {
        opened.forEach(party::forget);
        opened.clear();
        for (var i = 0; i <= number; i++) {
            var login = await(party::beginBrowserLogin);
            tokensByCode.put(code(login), tokenAnswer(nonce(login)));
            waiting.add(login);
        }
        var spare = waiting.removeLast();
        spareCode = code(spare);
        spareNonce = nonce(spare);
    }

    /** The professional of our ID tokens, for whom the document must be. */
    private static String userInfo(String document) {
        return document.replaceFirst(
                "\"sub\":\"[^\"]+\"", "\"sub\":\"f:00000000-0000-4000-8000-000000000001:899999100011\"");
    }

    private byte[] tokens(Message request) {
        var code = CODE.matcher(request.body());
        return code.find() ? tokensByCode.get(code.group(1)) : Answers.json(400, "{}");
    }

    private byte[] tokenAnswer(String nonce) {
        var now = Clock.systemUTC().instant().getEpochSecond();
        return Answers.json(
                200,
                "{\"access_token\":\"" + TokenSigner.ACCESS_TOKEN
                        + "\",\"expires_in\":120,\"token_type\":\"Bearer\",\"id_token\":\""
                        + signer.idToken(psc.issuer().toString(), nonce, now) + "\"}");
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

    /** Has what a first login needs fetched and loaded. */
    void warmUp() {
        party.warmUp().toCompletableFuture().join();
    }

    /** Finishes the next one. */
    PscSession finish() throws Exception {
        var login = waiting.removeFirst();
        var callback = callback(login);
        return opened(await(() -> party.completeBrowserLogin(callback, login.state())));
    }

    /** The same for a caller who does not lend their thread. */
    PscSession finishByStage() throws Exception {
        var login = waiting.removeFirst();
        return opened(await(party.completeBrowserLogin(callback(login), login.state())));
    }

    /** Another login, of which all is prepared but its end; who was logged in before is so no more. */
    public WallClock.Work one() throws Exception {
        prepare(1);
        return this::finish;
    }

    /** Logs in, and leaves that open for good. */
    public void keepOne() throws Exception {
        prepare(1);
        finish();
        opened.clear();
    }

    private PscSession opened(PscSession session) {
        opened.add(session.id());
        return session;
    }

    private static URI callback(BrowserLogin login) {
        return URI.create(REDIRECT + "?code=" + code(login) + "&state=" + login.state());
    }

    /** How often metadata and keys were fetched. */
    long fetches() {
        return psc.count("/.well-known/wallet-openid-configuration") + psc.count("/certs");
    }

    /** The two round trips of a login, and nothing else. */
    void bareRoundTrips() throws IOException {
        if (bare.exchange(bareToken).status() != 200
                || bare.exchange(bareUserInfo).status() != 200) {
            throw new IllegalStateException("a bare round trip failed");
        }
    }

    @Override
    public void close() throws IOException {
        party.close();
        bare.close();
        psc.close();
    }
}
