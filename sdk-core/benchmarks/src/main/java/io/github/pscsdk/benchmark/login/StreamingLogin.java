package io.github.pscsdk.benchmark.login;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By hand with OkHttp, Jackson's tokens alone, and the JDK's signature: about as little as can be written. */
final class StreamingLogin extends HandMadeLogin {
    private final JsonFactory factory = new JsonFactory();
    private final PublicKey key;

    StreamingLogin(PreparedLogins logins) {
        super(logins);
        key = logins.signer.publicKey();
    }

    @Override
    Tokens tokens(byte[] json) throws IOException {
        var members = members(json);
        return new Tokens((String) members.get("access_token"), (String) members.get("id_token"));
    }

    @Override
    Claims verified(String idToken) throws Exception {
        var dot = idToken.lastIndexOf('.');
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(idToken.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getUrlDecoder().decode(idToken.substring(dot + 1)))) {
            throw new IllegalStateException("a signature is wrong");
        }
        var payload = idToken.substring(idToken.indexOf('.') + 1, dot);
        var claims = members(Base64.getUrlDecoder().decode(payload));
        return new Claims(
                (String) claims.get("iss"),
                (String) claims.get("aud"),
                (String) claims.get("sub"),
                (String) claims.get("nonce"),
                Long.parseLong((String) claims.get("exp")));
    }

    @Override
    Person person(byte[] json) throws IOException {
        var members = members(json);
        return new Person((String) members.get("sub"), members);
    }

    private Map<String, Object> members(byte[] json) throws IOException {
        try (var parser = factory.createParser(json)) {
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
