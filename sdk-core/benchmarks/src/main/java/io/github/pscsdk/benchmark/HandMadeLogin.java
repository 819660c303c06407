package io.github.pscsdk.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * The end of a browser login as somebody writes it by hand with OkHttp, Jackson's tokens and the JDK's signature, on
 * the calling thread: nothing is bounded, no odd answer seen to, and sessions are kept in a map. About as little as can
 * be written.
 */
final class HandMadeLogin implements AutoCloseable {
    private static final long LEEWAY_SECONDS = 60;
    private static final JsonFactory JSON = new JsonFactory();

    private final OkHttpClient client = new OkHttpClient();
    private final ConcurrentMap<String, Object> sessions = new ConcurrentHashMap<>();
    private final PreparedLogins logins;
    private final HttpUrl token;
    private final HttpUrl userInfo;

    HandMadeLogin(PreparedLogins logins) {
        this.logins = logins;
        this.token = HttpUrl.get(logins.psc.issuer() + "/token");
        this.userInfo = HttpUrl.get(logins.psc.issuer() + "/userinfo");
    }

    /** Does all of it once, for the login at hand that {@link PreparedLogins} never finishes. */
    void finish() throws Exception {
        var form = new FormBody.Builder()
                .add("grant_type", "authorization_code")
                .add("code", logins.spareCode)
                .add("redirect_uri", PreparedLogins.REDIRECT.toString())
                .add("code_verifier", "a-verifier-of-43-characters-like-those-drawn")
                .add("client_id", TokenSigner.CLIENT)
                .add("client_secret", "a-fictitious-secret")
                .build();
        var tokens = members(send(new Request.Builder().url(token).post(form).build()));
        var claims = verified((String) tokens.get("id_token"));
        // OpenID Connect Core 1.0, section 3.1.3.7.
        demand(logins.psc.issuer().toString().equals(claims.get("iss")));
        demand(TokenSigner.CLIENT.equals(claims.get("aud")));
        demand(logins.spareNonce.equals(claims.get("nonce")));
        demand(Long.parseLong((String) claims.get("exp")) + LEEWAY_SECONDS
                > Clock.systemUTC().instant().getEpochSecond());
        var person = members(send(new Request.Builder()
                .url(userInfo)
                .header("Authorization", "Bearer " + tokens.get("access_token"))
                .build()));
        demand(claims.get("sub").equals(person.get("sub")));
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

    private Map<String, Object> verified(String idToken) throws Exception {
        var dot = idToken.lastIndexOf('.');
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(logins.signer.publicKey());
        signature.update(idToken.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getUrlDecoder().decode(idToken.substring(dot + 1)))) {
            throw new IllegalStateException("a signature is wrong");
        }
        var payload = idToken.substring(idToken.indexOf('.') + 1, dot);
        return members(Base64.getUrlDecoder().decode(payload));
    }

    private static Map<String, Object> members(byte[] json) throws IOException {
        try (var parser = JSON.createParser(json)) {
            parser.nextToken();
            return object(parser);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return object(parser);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return parser.getText();
    }
}
