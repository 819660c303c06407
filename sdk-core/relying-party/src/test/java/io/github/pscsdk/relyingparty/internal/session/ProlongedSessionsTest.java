package io.github.pscsdk.relyingparty.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.relyingparty.internal.session.Sessions.Active;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.time.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which sessions are remembered, so that most activities read no tokens. */
class ProlongedSessionsTest {
    private static final int HALF = 6_000;
    private static final SessionTokens UNREFRESHABLE = new SessionTokens(
            TestSessions.original("person"),
            List.of(),
            "id",
            "access",
            0,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    private final VirtualClock time = VirtualClock.standing();
    private final SessionProlonging prolonging = new SessionProlonging(null, time);

    private static Professional nobody() throws Exception {
        return UserInfo.read("{\"sub\":\"nobody\",\"SubjectNameID\":\"000000\"}".getBytes(StandardCharsets.UTF_8))
                .professional()
                .orElseThrow();
    }

    private void activities(int sessions) throws Exception {
        var nobody = nobody();
        for (var i = 0; i < sessions; i++) {
            var session = new PscSession(
                    SessionId.draw(),
                    "client",
                    nobody,
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    "",
                    time.instant(),
                    time.instant().plus(Duration.ofHours(4)));
            prolonging.activityOf(new Active(session, UNREFRESHABLE));
        }
    }

    @Test
    void those_that_are_past_are_looked_for_once_a_minute_however_many_there_are() throws Exception {
        activities(HALF);
        time.advance(Duration.ofSeconds(30));
        activities(HALF);

        time.advance(Duration.ofSeconds(31));
        activities(1);
        assertEquals(2 * HALF + 1, prolonging.remembered(), "half a minute after the last look");

        time.advance(Duration.ofSeconds(29));
        activities(1);
        assertEquals(HALF + 2, prolonging.remembered(), "a minute after it");
    }
}
