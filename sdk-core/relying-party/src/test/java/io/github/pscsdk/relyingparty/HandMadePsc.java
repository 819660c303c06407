package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.oidc.SignedTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A PSC that says whatever a test wants: every answer can be replaced. The professional is 899999100011. */
final class HandMadePsc implements AutoCloseable {
    static final String CLIENT = SignedTokens.CLIENT;

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final Map<String, MockResponse> onlyNext = new ConcurrentHashMap<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    private volatile String tokensText = "";
    private final Map<String, CompletableFuture<Void>> holds = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> forms = new ConcurrentHashMap<>();
    private volatile Hold hold = new Hold("", new AtomicInteger(), CompletableFuture.completedFuture(null));

    /** The next so many forms with that parameter are not answered before the end is complete. */
    private record Hold(String parameter, AtomicInteger left, CompletableFuture<Void> end) {
        void apply(String form) {
            if (form.contains(parameter) && left.getAndDecrement() > 0) {
                end.join();
            }
        }
    }
    /** Of this PSC and its {@link #party relying parties}. */
    final TestTime time = new TestTime();

    private final int port;

    HandMadePsc() throws IOException {
        this(own -> own);
    }

    /** @param front the port that it publishes, of something that passes requests on to its own */
    HandMadePsc(IntUnaryOperator front) throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                var path = request.getUrl().encodedPath().replace("/realm", "");
                counts.merge(path, 1, Integer::sum);
                var form = request.getBody() == null ? "" : request.getBody().utf8();
                bodies.put(path, form);
                for (var parameter : form.split("&")) {
                    forms.computeIfAbsent(parameter, first -> new AtomicInteger())
                            .incrementAndGet();
                }
                hold.apply(form);
                Optional.ofNullable(holds.remove(path)).ifPresent(time::hold);
                var next = onlyNext.remove(path);
                return next == null ? answers.getOrDefault(path, status(404)) : next;
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        port = front.applyAsInt(server.getPort());
        discovery(document());
        answer("/certs", new String(SignedTokens.published(SignedTokens.KEY), StandardCharsets.UTF_8));
        answer("/ciba", "{\"auth_req_id\":\"request-1\",\"expires_in\":120,\"interval\":1}");
        tokens(claims -> {});
        answer("/userinfo", userInfo());
        answers.put("/logout", status(204));
    }

    static MockResponse status(int code) {
        return new MockResponse.Builder().code(code).build();
    }

    static MockResponse json(int code, String body) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    URI issuer() {
        return URI.create(base() + "/realm");
    }

    PscEnvironment environment() {
        return PscEnvironment.custom(issuer(), URI.create(base() + "/wallet"));
    }

    RelyingPartyBuilder party() {
        return time.setOn(RelyingParty.builder(environment()))
                .client(CLIENT, ClientAuthentication.clientSecretPost("a fictitious secret"));
    }

    /** Replaces an answer; paths are those below the issuer. */
    void answer(String path, MockResponse answer) {
        answers.put(path, answer);
    }

    /** Answers the next request there so, and those after it as before. */
    void answerNext(String path, MockResponse answer) {
        onlyNext.put(path, answer);
    }

    /** Grants the next poll; those after it have come too late. */
    void grantOnce() {
        answerNext("/token", json(200, tokensText));
        answer("/token", json(400, "{\"error\":\"invalid_grant\"}"));
    }

    /** Does not answer the next request there before the result is completed. */
    CompletableFuture<Void> holdNext(String path) {
        var hold = new CompletableFuture<Void>();
        holds.put(path, hold);
        return hold;
    }

    /** Does not answer the next so many forms with that parameter before the result is completed. */
    CompletableFuture<Void> hold(String parameter, int count) {
        hold = new Hold(parameter, new AtomicInteger(count), new CompletableFuture<>());
        return hold.end;
    }

    /** How many forms came with that parameter. */
    int forms(String parameter) {
        return forms.getOrDefault(parameter, new AtomicInteger()).get();
    }

    /** Removes an answer, to give it back later. */
    MockResponse take(String path) {
        return answers.remove(path);
    }

    void answer(String path, String json) {
        answer(path, json(200, json));
    }

    void discovery(String json) {
        answer("/.well-known/wallet-openid-configuration", json);
    }

    int count(String path) {
        return counts.getOrDefault(path, 0);
    }

    /** The form that came last. */
    String lastForm(String path) {
        return bodies.getOrDefault(path, "");
    }

    int discoveries() {
        return count("/.well-known/wallet-openid-configuration");
    }

    String document() {
        return """
                {"issuer": "ISSUER", "authorization_endpoint": "BASE/wallet", "token_endpoint": "ISSUER/token",
                 "userinfo_endpoint": "ISSUER/userinfo", "jwks_uri": "ISSUER/certs",
                 "end_session_endpoint": "ISSUER/logout", "backchannel_authentication_endpoint": "ISSUER/ciba"}
                """.replace("ISSUER", issuer().toString()).replace("BASE", base());
    }

    /** The tokens of a login, with a change to the ID token's claims. */
    void tokens(Consumer<Map<String, Object>> change) {
        tokens(change, "\"refresh_token\":\"refresh-1\",");
    }

    /** The tokens of a login at a PSC that gives no refresh token. */
    void tokensWithoutRefreshToken() {
        tokens(claims -> {}, "");
    }

    /** The same with another member {@code refresh_token}, comma included. */
    void tokens(Consumer<Map<String, Object>> change, String refreshToken) {
        tokensText = tokensText(change, refreshToken);
        answer("/token", tokensText);
    }

    /** The answer that {@link #tokens} gave last. */
    String tokensText() {
        return tokensText;
    }

    private String tokensText(Consumer<Map<String, Object>> change, String refreshToken) {
        var now = Instant.ofEpochSecond(time.clock.instant().getEpochSecond());
        var claims = SignedTokens.claims();
        claims.put("iss", issuer().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("auth_time", now.getEpochSecond());
        claims.put("exp", now.plusSeconds(120).getEpochSecond());
        claims.remove("nonce");
        change.accept(claims);
        return "{\"access_token\":\"" + SignedTokens.ACCESS_TOKEN + "\",\"expires_in\":120,\"token_type\":\"Bearer\","
                + refreshToken
                + "\"id_token\":\"" + SignedTokens.signed(claims) + "\"}";
    }

    /** A logout token for whichever session is named so. */
    String logoutToken(String sid) {
        var claims = SignedTokens.claims();
        var now = time.clock.instant().getEpochSecond();
        claims.putAll(Map.of(
                "iss",
                issuer().toString(),
                "iat",
                now,
                "exp",
                now + 120,
                "jti",
                UUID.randomUUID().toString(),
                "sid",
                sid,
                "typ",
                "Logout",
                "events",
                Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
        claims.remove("nonce");
        return SignedTokens.signed(claims);
    }

    static String userInfo() {
        return """
                {"sub": "f:00000000-0000-4000-8000-000000000001:899999100011", "SubjectNameID": "899999100011",
                 "family_name": "FICTIVE", "given_name": "ADELAIDE",
                 "otherIds": [{"identifiant": "0999999999", "origine": "ADELI", "qualite": 1}]}
                """;
    }

    @Override
    public void close() {
        hold.end.complete(null);
        server.close();
    }
}
