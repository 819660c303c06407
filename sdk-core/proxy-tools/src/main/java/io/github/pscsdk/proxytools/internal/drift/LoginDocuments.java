package io.github.pscsdk.proxytools.internal.drift;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A recorded login: a token in compact form, its claims, a UserInfo document, or an answer of the token endpoint with
 * tokens. No signature is checked: nobody logs in by this.
 */
final class LoginDocuments {
    static final String ID_TOKEN = "id_token";
    static final String ACCESS_TOKEN = "access_token";
    static final String USER_INFO = "userinfo";
    static final String TOKEN_ANSWER = "answer";

    private static final Pattern COMPACT = Pattern.compile("([\\w-]+)\\.([\\w-]+)\\.[\\w-]*");

    private final Map<String, FlatDocument> byKind = new LinkedHashMap<>();
    private List<String> algorithm = List.of();

    private LoginDocuments() {}

    static LoginDocuments read(byte[] recorded) throws IOException {
        var documents = new LoginDocuments();
        var text = new String(recorded, StandardCharsets.UTF_8).strip();
        if (!documents.addToken(text)) {
            documents.addObject(FlatDocument.read(text.getBytes(StandardCharsets.UTF_8)));
        }
        return documents;
    }

    Map<String, FlatDocument> byKind() {
        return byKind;
    }

    /** The signature algorithm of the ID token; none where the token itself was not there. */
    List<String> algorithm() {
        return algorithm;
    }

    private void addObject(FlatDocument object) throws IOException {
        if (object.has(ACCESS_TOKEN) || object.has(ID_TOKEN)) {
            byKind.put(TOKEN_ANSWER, object);
            for (var name : List.of(ID_TOKEN, ACCESS_TOKEN)) {
                for (var token : object.values(name)) {
                    addToken(token);
                }
            }
        } else {
            byKind.put(object.has("iss") ? kind(object) : USER_INFO, object);
        }
    }

    private boolean addToken(String text) throws IOException {
        var token = COMPACT.matcher(text);
        if (!token.matches()) {
            return false;
        }
        var claims = FlatDocument.readBase64Url(token.group(2));
        if (kind(claims).equals(ID_TOKEN)) {
            algorithm = FlatDocument.readBase64Url(token.group(1)).values("alg");
        }
        byKind.put(kind(claims), claims);
        return true;
    }

    /** Keycloak says in {@code typ} what a token is for. */
    private static String kind(FlatDocument claims) {
        return claims.values("typ").contains("Bearer") ? ACCESS_TOKEN : ID_TOKEN;
    }
}
