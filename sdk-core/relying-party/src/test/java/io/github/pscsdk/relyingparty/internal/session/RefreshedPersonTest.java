package io.github.pscsdk.relyingparty.internal.session;

import static io.github.pscsdk.relyingparty.internal.session.TestSessions.DOCTOR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a refresh is still about the person of the session. */
class RefreshedPersonTest {
    private static final TokenAnswer ANSWER = new TokenAnswer(
            "access",
            "Bearer",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final PscSession session = TestSessions.session(DOCTOR, "sid", Instant.parse("2026-11-24T10:00:00Z"));
    private final List<String> asked = new ArrayList<>();

    private boolean isSame(String sub, String signed, CompletableFuture<UserInfo> info) throws Exception {
        var claims = IdTokenClaims.read(
                ("{\"sub\":\"" + sub + "\",\"SubjectNameID\":\"" + signed + "\"}").getBytes(StandardCharsets.UTF_8));
        var person = new RefreshedPerson((accessToken, subject) -> {
            asked.add(accessToken + " " + subject);
            return info;
        });
        return person.isSame(session, "sub", ANSWER, claims).join();
    }

    private static CompletableFuture<UserInfo> info(String nationalId) {
        return CompletableFuture.completedFuture(
                new UserInfo("s", Optional.empty(), Optional.of(TestSessions.person(nationalId))));
    }

    @ParameterizedTest
    @CsvSource({
        "sub, '', 899999100029, true, false",
        "sub, 899999100011, 899999100029, true, false",
        "new, 899999100011, 899999100029, true, false",
        "new, '', 899999100011, true, true",
        "new, '', 899999100029, false, true",
        "new, 899999100029, 899999100011, false, true",
        "new, 899999100029, 899999100029, false, true"
    })
    void a_refresh_under_another_sub_counts_only_for_the_same_person(
            String sub, String signed, String told, boolean same, boolean isAsked) throws Exception {
        assertEquals(same, isSame(sub, signed, info(told)));
        assertEquals(isAsked ? List.of("access new") : List.of(), asked);
    }

    @Test
    void where_nobody_can_tell_it_is_somebody_else() throws Exception {
        assertEquals(false, isSame("new", "", CompletableFuture.failedFuture(new IllegalStateException("of a test"))));
    }
}
