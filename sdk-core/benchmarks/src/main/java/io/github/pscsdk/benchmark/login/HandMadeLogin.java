package io.github.pscsdk.benchmark.login;

import io.github.pscsdk.benchmark.psc.TokenSigner;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * The end of a browser login as somebody writes it by hand with OkHttp, on the calling thread: the code to tokens, the ID token verified and its
 * claims checked, UserInfo to objects, and those kept in a map, which is less than a session of ours is. Nothing is bounded, and no odd answer
 * is seen to.
 */
abstract class HandMadeLogin implements AutoCloseable {
    private static final long LEEWAY_SECONDS = 60;

    private final OkHttpClient client = new OkHttpClient();
    private final ConcurrentMap<String, Object> sessions = new ConcurrentHashMap<>();
    private final PreparedLogins logins;
    private final HttpUrl token;
    private final HttpUrl userInfo;

    HandMadeLogin(PreparedLogins logins) {
        this.logins = logins;
        this.token = url(logins.psc.endpoint("/token"));
        this.userInfo = url(logins.psc.endpoint("/userinfo"));
    }

    private static HttpUrl url(URI uri) {
        return HttpUrl.get(uri.toString());
    }

    /** The tokens that PSC answers with. */
    record Tokens(String accessToken, String idToken) {}

    /** The claims of an ID token that have to be checked: OpenID Connect Core 1.0, section 3.1.3.7. */
    record Claims(String issuer, String audience, String subject, String nonce, long expiresAt) {}

    /** Whom UserInfo is about, and all that it says of them. */
    record Person(String subject, Object content) {}

    abstract Tokens tokens(byte[] json) throws Exception;

    /** Verifies the signature, and reads. */
    abstract Claims verified(String idToken) throws Exception;

    abstract Person person(byte[] json) throws Exception;

    /** Does all of it once, for the login at hand that {@link PreparedLogins} never finishes. */
    final void finish() throws Exception {
        var form = new FormBody.Builder()
                .add("grant_type", "authorization_code")
                .add("code", logins.spareCode)
                .add("redirect_uri", PreparedLogins.REDIRECT.toString())
                .add("code_verifier", "a-verifier-of-43-characters-like-those-drawn")
                .add("client_id", TokenSigner.CLIENT)
                .add("client_secret", "a-fictitious-secret")
                .build();
        var tokens = tokens(send(new Request.Builder().url(token).post(form).build()));
        var claims = verified(tokens.idToken());
        demand(claims.issuer().equals(logins.psc.issuer().toString()));
        demand(claims.audience().equals(TokenSigner.CLIENT));
        demand(claims.nonce().equals(logins.spareNonce));
        demand(claims.expiresAt() + LEEWAY_SECONDS > Clock.systemUTC().instant().getEpochSecond());
        var person = person(send(new Request.Builder()
                .url(userInfo)
                .header("Authorization", "Bearer " + tokens.accessToken())
                .build()));
        demand(person.subject().equals(claims.subject()));
        sessions.put(UUID.randomUUID().toString(), person);
    }

    private byte[] send(Request request) throws IOException {
        try (var response = client.newCall(request).execute()) {
            demand(response.isSuccessful());
            return response.body().bytes();
        }
    }

    private static void demand(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("a login by hand failed");
        }
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }
}
