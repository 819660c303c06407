package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.TokenProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of an access token that vary: one column of the table in pro-sante-connect, section 4.3.
 *
 * @param life how long it lives
 * @param acr the values of {@code acr}, one member each
 * @param scope the claim {@code scope}
 * @param members the optional members
 */
record AccessTokenLayout(Duration life, List<String> acr, String scope, Set<Member> members) {
    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    /** The optional members. */
    enum Member {
        AUTH_MODE,
        SID,
        OTHER_IDS,
        SUBJECT_NAME_ID,
        NONCE_AS_SENT,
        EMAIL_VERIFIED
    }

    static AccessTokenLayout of(TokenProfile profile) {
        return switch (profile) {
            case CURRENT ->
                lasting(
                        TWO_MINUTES,
                        List.of("eidas1"),
                        "openid scope_all",
                        Member.AUTH_MODE,
                        Member.SID,
                        Member.SUBJECT_NAME_ID,
                        Member.NONCE_AS_SENT);
            case OF_2021 ->
                lasting(ONE_MINUTE, List.of("1", "eidas3"), "openid profile email scope_all", Member.EMAIL_VERIFIED);
            case OF_2022 ->
                lasting(
                        ONE_MINUTE,
                        List.of("eidas3"),
                        "openid profile email scope_all",
                        Member.SID,
                        Member.EMAIL_VERIFIED);
            case OF_2023_CARD ->
                lasting(
                        TWO_MINUTES,
                        List.of("eidas3"),
                        "openid profile scope_all identity",
                        Member.AUTH_MODE,
                        Member.SID,
                        Member.OTHER_IDS);
            case OF_2023_MOBILE ->
                lasting(
                        TWO_MINUTES,
                        List.of("eidas1"),
                        "openid scope_all identity",
                        Member.AUTH_MODE,
                        Member.SID,
                        Member.OTHER_IDS,
                        Member.SUBJECT_NAME_ID,
                        Member.NONCE_AS_SENT);
            case BARE -> lasting(TWO_MINUTES, List.of(), "openid scope_all", Member.SID, Member.SUBJECT_NAME_ID);
        };
    }

    private static AccessTokenLayout lasting(Duration life, List<String> acr, String scope, Member... members) {
        return new AccessTokenLayout(life, acr, scope, Set.of(members));
    }

    /** Adds the members of this layout to the common claims. */
    JsonObject complete(JsonObject claims, Session session, Optional<String> nonce) {
        // The recorded tokens that do not repeat the nonce have an empty one.
        claims.with("nonce", has(Member.NONCE_AS_SENT) ? nonce : Optional.of(""));
        acr.stream().limit(Math.max(0, acr.size() - 1)).forEach(value -> claims.withTwin("acr", value));
        acr.stream().skip(Math.max(0, acr.size() - 1)).forEach(value -> claims.with("acr", value));
        claims.with("scope", scope);
        if (has(Member.SID)) {
            claims.with("sid", session.id());
        }
        if (has(Member.AUTH_MODE)) {
            claims.with("authMode", session.authMode());
        }
        if (has(Member.OTHER_IDS)) {
            claims.withObjects("otherIds", session.person().otherIds());
        }
        if (has(Member.SUBJECT_NAME_ID)) {
            claims.with("SubjectNameID", session.nationalId());
        }
        if (has(Member.EMAIL_VERIFIED)) {
            claims.with("email_verified", false);
        }
        return claims.with("preferred_username", session.nationalId());
    }

    private boolean has(Member member) {
        return members.contains(member);
    }
}
