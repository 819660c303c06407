package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.ForApi;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.OriginalIdToken;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sessions of fictitious people. */
final class TestSessions {
    static final String DOCTOR = "899999100011";
    static final String OTHER = "899999100029";
    /** Of the client of these tests. */
    static final String OWNER = "issuer\nclient";

    static final Duration LIMIT = Duration.ofHours(4);

    private TestSessions() {}

    static StoreAccess access(SessionStore store, String owner, Clock clock) {
        var timers = Scheduler.of(clock, "sessions");
        return new StoreAccess(store, owner, new StoreCalls(true, timers, "a store"), timers, clock);
    }

    static Professional person(String nationalId) {
        return new Professional(
                new NationalId(nationalId), "TEST", List.of("Camille"), Optional.empty(), List.of(), List.of());
    }

    static PscSession session(String nationalId, String sid, Instant authenticatedAt) {
        return new PscSession(
                SessionId.draw(),
                "client",
                person(nationalId),
                Optional.of("MOBILE"),
                Optional.of("eidas1"),
                Set.of("openid"),
                sid,
                authenticatedAt,
                authenticatedAt.plus(LIMIT));
    }

    static OriginalIdToken original(String subject) {
        return new OriginalIdToken("issuer", subject, List.of("client"), Optional.empty(), Optional.empty());
    }

    static SessionTokens tokens(String subject, ForApi... forApis) {
        return new SessionTokens(
                original(subject),
                List.of(),
                "id-token",
                "access-token",
                1_000,
                Optional.of("refresh-token"),
                Optional.of(2_000L),
                List.of(forApis),
                Optional.empty());
    }

    static ForApi forApi(String audience) {
        return new ForApi(
                audience,
                "token of " + audience,
                1_000,
                Optional.of("refresh token of " + audience),
                Optional.of(2_000L),
                Optional.of(3_000L));
    }
}
