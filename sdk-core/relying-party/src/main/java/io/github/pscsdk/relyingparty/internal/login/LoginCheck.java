package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.api.professional.Professional.Match;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion.ExpectedLogin;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The checks between a verified ID token and a session: when PSC asked the person, and whether it is the one who was
 * asked.
 */
public record LoginCheck(String clientId, String askedScope, Duration sessionLimit, Duration leeway, Clock clock) {
    // More of what PSC grants is not kept: it grants two or three.
    private static final int MAX_SCOPES = 64;
    private static final int MAX_SCOPE_LENGTH = 128;

    /**
     * OpenID Connect Core 1.0, section 3.1.3.7, rule 13: a session that PSC had before does not stand for the person
     * who is there now.
     */
    IdTokenClaims authentication(IdTokenClaims claims, ExpectedLogin expected) throws PscException {
        var from = expected.authenticatedFrom();
        if (from.isPresent() && claims.authenticatedAt().orElse(Long.MIN_VALUE) < from.get() - leeway.toSeconds()) {
            throw new PscException(
                    LoginProblem.NOT_ASKED_AGAIN,
                    "PSC let the person in by a login of before, or does not say when it was");
        }
        return claims;
    }

    /** UserInfo, the ID token, and the login that was begun name one person. */
    UserInfo identity(TokenAnswer tokens, IdTokenClaims claims, UserInfo info, ExpectedLogin expected)
            throws PscException {
        var professional = session(tokens, claims, info).professional();
        if (claims.contradicts(professional)) {
            throw new PscException(LoginProblem.USERINFO_REJECTED, "UserInfo and the ID token name different people");
        }
        if (expected.asked().isPresent()) {
            checkAsked(professional.match(List.of(expected.asked().get())));
        }
        return info;
    }

    private static void checkAsked(Match match) throws PscException {
        switch (match) {
            case SAME -> {}
            case OTHER ->
                throw new PscException(
                        LoginProblem.IDENTITY_MISMATCH, "the professional who answered is not the one who was asked");
            case UNDECIDED ->
                throw new PscException(
                        LoginProblem.IDENTITY_UNDECIDED, "the professional who answered has no number to compare");
        }
    }

    PscSession session(TokenAnswer tokens, IdTokenClaims claims, UserInfo info) throws PscException {
        var authenticatedAt = Instant.ofEpochSecond(claims.authenticatedAt().orElse(claims.issuedAt()));
        var expiresAt = authenticatedAt.plus(sessionLimit);
        if (!clock.instant().isBefore(expiresAt)) {
            throw new PscException(LoginProblem.SESSION_ENDED, "the session at PSC is older than a session may be");
        }
        return new PscSession(
                SessionId.draw(clientId),
                clientId,
                info.professional().orElseThrow(),
                claims.authMode().or(info::authMode),
                claims.acr(),
                granted(tokens),
                nameAtPsc(claims).or(tokens::sessionState).orElse(""),
                authenticatedAt,
                expiresAt);
    }

    /** By what PSC reports that its session is over: what is signed for that counts first. */
    private static Optional<String> nameAtPsc(IdTokenClaims claims) {
        return claims.sid().filter(name -> !name.isBlank()).or(claims::sessionState);
    }

    /** RFC 6749, section 5.1: an answer without {@code scope} grants what was asked for. */
    private Set<String> granted(TokenAnswer tokens) {
        return Arrays.stream(tokens.scope().orElse(askedScope).split(" "))
                .filter(scope -> !scope.isEmpty() && scope.length() <= MAX_SCOPE_LENGTH)
                .limit(MAX_SCOPES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
