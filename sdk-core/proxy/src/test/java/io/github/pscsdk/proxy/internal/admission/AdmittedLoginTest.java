package io.github.pscsdk.proxy.internal.admission;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AdmittedLoginTest {
    private static final NationalId ANNE = new NationalId("ANS20990101120000");
    private static final NationalId ANNE_IN_LOWER_CASE = new NationalId("ans20990101120000");

    private final VirtualClock clock = VirtualClock.standing();
    private final AdmittedLogin.Registry requests = new AdmittedLogin.Registry(2, clock);

    private Duration left(NationalId person) {
        var refused = assertThrows(RefusedException.class, () -> requests.onDevice("software", person));
        assertEquals(LoginProblem.LOGIN_ALREADY_PENDING, refused.problem());
        return refused.retryAfter().orElseThrow();
    }

    private static void assertBusy(Executable login) {
        assertEquals(
                LoginProblem.SERVER_HALF_BUSY,
                assertThrows(RefusedException.class, login).problem());
    }

    @Test
    void a_person_is_asked_once_at_a_time_however_spelt() throws Exception {
        requests.onDevice("software", ANNE).pendsUntil(clock.instant().plusSeconds(90));

        assertEquals(Duration.ofSeconds(90), left(ANNE_IN_LOWER_CASE));
    }

    @Test
    void other_software_may_ask_meanwhile() throws Exception {
        requests.onDevice("software", ANNE);

        assertDoesNotThrow(() -> requests.onDevice("other software", ANNE));
    }

    @Test
    void the_wait_is_whole_seconds_and_one_at_least() throws Exception {
        var request = requests.onDevice("software", ANNE);

        assertEquals(Duration.ofSeconds(1), left(ANNE), "not accepted yet");
        request.pendsUntil(clock.instant().plusMillis(1));
        assertEquals(Duration.ofSeconds(1), left(ANNE));
        request.pendsUntil(clock.instant().plusMillis(2_001));
        assertEquals(Duration.ofSeconds(3), left(ANNE));
    }

    @Test
    void the_end_of_an_ask_that_has_expired_is_not_that_of_the_next() throws Exception {
        var expired = requests.onDevice("software", ANNE);
        expired.pendsUntil(clock.instant().plusSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        requests.onDevice("software", ANNE).pendsUntil(clock.instant().plusSeconds(60));

        expired.end();

        assertEquals(Duration.ofSeconds(60), left(ANNE));
    }

    @Test
    void names_nobody_when_printed() throws Exception {
        requests.onDevice("software", ANNE);

        assertFalse(requests.toString().contains(ANNE.value()));
    }

    @Test
    void more_than_so_many_are_not_pending_at_once_in_whatever_way() throws Exception {
        var first = requests.inBrowser();
        requests.besideOthers(ANNE);

        assertBusy(requests::inBrowser);
        assertBusy(() -> requests.besideOthers(ANNE));
        assertBusy(() -> requests.onDevice("software", ANNE));
        first.end();
        first.end();

        assertEquals(1, requests.count());
        requests.onDevice("software", ANNE);
        assertBusy(requests::inBrowser);
    }

    @Test
    void who_is_refused_for_the_other_login_of_the_person_takes_no_room() throws Exception {
        requests.onDevice("software", ANNE);

        left(ANNE);

        assertEquals(1, requests.count());
    }
}
