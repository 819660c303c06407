package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import io.github.pscsdk.testkit.simulator.model.TokenProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of an access token that vary: one column of the table in pro-sante-connect, section 4.3, or the token of section 15.1.
 *
 * @param life how long it lives
 * @param acr the values of {@code acr}, one member each; empty for the one of the ID token
 * @param scope the claim {@code scope}
 * @param members the optional members
 */
record AccessTokenLayout(Duration life, Optional<List<String>> acr, String scope, Set<Member> members) {
    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    /** The optional members. */
    enum Member {
        AUTH_MODE,
        SESSION_STATE,
        SID,
        OTHER_IDS,
        SUBJECT_NAME_ID,
        PSI_SUBJECT_NAME_ID,
        AUTH_LEVEL,
        EMPTY_NONCE,
        NONCE_AS_SENT,
        EMAIL_VERIFIED
    }

    static AccessTokenLayout of(TokenProfile profile, String authMode) {
        return switch (profile) {
            case OF_2021 ->
                new AccessTokenLayout(
                        ONE_MINUTE,
                        Optional.of(List.of("1", "eidas3")),
                        "openid profile email scope_all",
                        Set.of(Member.SESSION_STATE, Member.EMPTY_NONCE, Member.EMAIL_VERIFIED));
            case OF_2022 ->
                new AccessTokenLayout(
                        ONE_MINUTE,
                        Optional.of(List.of("eidas3")),
                        "openid profile email scope_all",
                        Set.of(Member.SESSION_STATE, Member.SID, Member.EMPTY_NONCE, Member.EMAIL_VERIFIED));
            case OF_2023 -> authMode.equals("CARD") ? byCardIn2023() : byMobileIn2023();
            case BARE ->
                new AccessTokenLayout(
                        TWO_MINUTES,
                        Optional.of(List.of()),
                        "openid scope_all",
                        Set.of(Member.SESSION_STATE, Member.SID, Member.EMPTY_NONCE, Member.SUBJECT_NAME_ID));
            case OF_2024 ->
                new AccessTokenLayout(
                        TWO_MINUTES,
                        Optional.empty(),
                        "openid scope_all",
                        Set.of(
                                Member.SESSION_STATE,
                                Member.AUTH_MODE,
                                Member.SID,
                                Member.SUBJECT_NAME_ID,
                                Member.NONCE_AS_SENT));
            case OF_2026 ->
                new AccessTokenLayout(
                        TWO_MINUTES,
                        Optional.empty(),
                        "openid scope_all",
                        Set.of(
                                Member.AUTH_MODE,
                                Member.SID,
                                Member.SUBJECT_NAME_ID,
                                Member.PSI_SUBJECT_NAME_ID,
                                Member.AUTH_LEVEL));
        };
    }

    private static AccessTokenLayout byCardIn2023() {
        return new AccessTokenLayout(
                TWO_MINUTES,
                Optional.of(List.of("eidas3")),
                "openid profile scope_all identity",
                Set.of(Member.SESSION_STATE, Member.AUTH_MODE, Member.SID, Member.OTHER_IDS, Member.EMPTY_NONCE));
    }

    private static AccessTokenLayout byMobileIn2023() {
        return new AccessTokenLayout(
                TWO_MINUTES,
                Optional.of(List.of("eidas1")),
                "openid scope_all identity",
                Set.of(
                        Member.SESSION_STATE,
                        Member.AUTH_MODE,
                        Member.SID,
                        Member.OTHER_IDS,
                        Member.SUBJECT_NAME_ID,
                        Member.NONCE_AS_SENT));
    }

    boolean has(Member member) {
        return members.contains(member);
    }

    /**
     * Adds the members of this layout to the common claims.
     *
     * @param level the {@code acr} of the ID token
     */
    JsonObject complete(JsonObject claims, Session session, Optional<String> nonce, String level) {
        if (has(Member.SESSION_STATE)) {
            claims.with("session_state", session.id());
        }
        if (has(Member.NONCE_AS_SENT)) {
            claims.with("nonce", nonce);
        }
        if (has(Member.EMPTY_NONCE)) {
            claims.with("nonce", "");
        }
        var levels = acr.orElse(List.of(level));
        levels.stream().limit(Math.max(0, levels.size() - 1)).forEach(value -> claims.withTwin("acr", value));
        levels.stream().skip(Math.max(0, levels.size() - 1)).forEach(value -> claims.with("acr", value));
        claims.with("scope", scope);
        if (has(Member.SID)) {
            claims.with("sid", session.id());
        }
        if (has(Member.AUTH_MODE)) {
            claims.with("authMode", session.authMode());
        }
        if (has(Member.AUTH_LEVEL)) {
            claims.with("auth_level", "1");
        }
        if (has(Member.OTHER_IDS)) {
            claims.withObjects("otherIds", session.otherIds());
        }
        if (has(Member.SUBJECT_NAME_ID)) {
            session.named(claims);
        }
        if (has(Member.PSI_SUBJECT_NAME_ID)) {
            claims.with("PSISubjectNameID", session.psiSubjectNameId());
        }
        if (has(Member.EMAIL_VERIFIED)) {
            claims.with("email_verified", false);
        }
        return claims.with("preferred_username", session.nationalId());
    }
}
