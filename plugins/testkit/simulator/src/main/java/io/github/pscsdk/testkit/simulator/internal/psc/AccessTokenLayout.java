package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import io.github.pscsdk.testkit.simulator.model.TokenProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The parts of an access token that vary: one column of the table in pro-sante-connect, section 4.3, or the token of section 15.1.
 *
 * @param life how long it lives
 * @param scope the claim {@code scope}
 * @param members the other claims: by its name alone one that has the value of the session, and {@code name=value} one with that value
 */
record AccessTokenLayout(Duration life, String scope, List<String> members) {
    static AccessTokenLayout of(TokenProfile profile, String authMode) {
        return switch (profile) {
            case OF_2021 ->
                layout(60, "openid profile email scope_all", "session_state nonce= acr=1 acr=eidas3 email_verified");
            case OF_2022 ->
                layout(60, "openid profile email scope_all", "session_state nonce= acr=eidas3 sid email_verified");
            case OF_2023 ->
                authMode.equals("CARD")
                        ? layout(
                                120,
                                "openid profile scope_all identity",
                                "session_state nonce= acr=eidas3 sid authMode otherIds")
                        : layout(
                                120,
                                "openid scope_all identity",
                                "session_state nonce acr=eidas1 sid authMode otherIds SubjectNameID");
            case BARE -> layout(120, "openid scope_all", "session_state nonce= sid SubjectNameID");
            case OF_2024 -> layout(120, "openid scope_all", "session_state nonce acr sid authMode SubjectNameID");
            case OF_2026 ->
                layout(
                        120,
                        "openid scope_all",
                        "nonce acr sid authMode auth_level otherIds SubjectNameID PSISubjectNameID");
        };
    }

    private static AccessTokenLayout layout(int seconds, String scope, String members) {
        return new AccessTokenLayout(Duration.ofSeconds(seconds), scope, List.of(members.split(" ")));
    }

    /**
     * Adds the members of this layout to the common claims.
     *
     * @param level the {@code acr} of the ID token
     */
    void complete(JsonObject claims, Session session, Optional<String> nonce, String level) {
        for (var member : members) {
            switch (member) {
                case "nonce=" -> claims.with("nonce", "");
                case "nonce" -> claims.with("nonce", nonce);
                case "acr" -> claims.with("acr", level);
                // The first of two.
                case "acr=1" -> claims.withTwin("acr", "1");
                case "acr=eidas1", "acr=eidas3" -> claims.with("acr", member.substring("acr=".length()));
                case "auth_level" -> claims.with("auth_level", "1");
                case "authMode" -> claims.with("authMode", session.authMode());
                case "email_verified" -> claims.with("email_verified", false);
                case "otherIds" -> claims.withObjects("otherIds", session.otherIds());
                case "PSISubjectNameID" -> claims.with("PSISubjectNameID", session.psiSubjectNameId());
                case "sid", "session_state" -> claims.with(member, session.id());
                case "SubjectNameID" -> session.named(claims);
                default -> throw new IllegalStateException("no such member: " + member);
            }
        }
        claims.with("scope", scope).with("preferred_username", session.nationalId());
    }
}
