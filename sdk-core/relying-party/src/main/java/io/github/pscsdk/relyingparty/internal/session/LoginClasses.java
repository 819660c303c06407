package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Loads the classes of a login by reading documents of nobody, and by writing and reading a session of nobody. */
public final class LoginClasses {
    private static final String TOKENS = """
            {"access_token":"none","token_type":"Bearer","expires_in":1,"refresh_token":"none","id_token":"none"}""";
    private static final String CLAIMS = """
            {"iss":"none","sub":"nobody","aud":["none"],"exp":1,"iat":1,"nonce":"none","acr":"none"}""";
    private static final String USER_INFO = """
            {"sub":"nobody","SubjectNameID":"000000","family_name":"-","otherIds":[{"identifiant":"000000","origine":"-"}],\
            "SubjectRefPro":{"exercices":[{"codeProfession":"-","activities":[{"codeModeExercice":"-","telephone":"-"}]}]}}""";

    private LoginClasses() {}

    public static void load(Clock clock) {
        try {
            var answer = TokenAnswer.read(bytes(TOKENS));
            var claims = IdTokenClaims.read(bytes(CLAIMS));
            var nobody = UserInfo.read(bytes(USER_INFO)).professional().orElseThrow();
            var now = clock.instant();
            var tokens = SessionTokens.of(OriginalIdToken.of(claims), answer, "none", now);
            var session = new PscSession(
                    SessionId.draw(), "none", nobody, Optional.empty(), claims.acr(), Set.of(), "", now, now);
            var stored = RelyingPartyJson.write(StoredSession.of(session, tokens, now));
            RelyingPartyJson.read(stored, StoredSession.class).under(session.id(), "none");
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("a document of ours cannot be read", e);
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
