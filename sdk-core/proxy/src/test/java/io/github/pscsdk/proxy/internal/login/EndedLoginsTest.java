package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a login leaves behind for the next one. */
class EndedLoginsTest {
    private static final NationalId ANNE = new NationalId("899999100011");

    private final VirtualClock clock = VirtualClock.standing();
    private final AdmittedLogin.Registry logins = new AdmittedLogin.Registry(10, clock);

    private void assertPending() {
        var refused = assertThrows(RefusedException.class, () -> logins.onDevice("software", ANNE));
        assertEquals(LoginProblem.LOGIN_ALREADY_PENDING, refused.problem());
    }

    @Test
    void a_person_may_be_asked_again_once_the_login_has_ended() throws Exception {
        var login = logins.onDevice("software", ANNE);
        login.pendsUntil(clock.instant().plusSeconds(90));
        assertPending();

        login.end();

        assertEquals(Optional.of(ANNE), logins.onDevice("software", ANNE).person());
    }

    @Test
    void a_person_may_be_asked_again_at_the_deadline_and_not_before() throws Exception {
        logins.onDevice("software", ANNE).pendsUntil(clock.instant().plusSeconds(90));
        clock.advance(Duration.ofMillis(89_999));
        assertPending();

        clock.advance(Duration.ofMillis(1));

        assertEquals(Optional.of(ANNE), logins.onDevice("software", ANNE).person());
    }

    @Test
    void a_login_beside_others_names_its_person_and_keeps_nobody_from_being_asked() throws Exception {
        assertEquals(Optional.of(ANNE), logins.besideOthers(ANNE).person());

        assertEquals(Optional.of(ANNE), logins.onDevice("software", ANNE).person());
        assertEquals(Optional.empty(), logins.inBrowser().person());
    }

    @Test
    void who_listens_hears_of_the_deadline_and_once_of_the_end() throws Exception {
        var heard = new ArrayList<String>();
        var login = logins.inBrowser();
        login.tell(new AdmittedLogin.Listener() {
            @Override
            public String request() {
                return "request";
            }

            @Override
            public void accepted(Instant deadline) {
                heard.add("accepted until " + deadline);
            }

            @Override
            public void ended() {
                heard.add("ended");
            }
        });
        var deadline = clock.instant().plusSeconds(90);

        login.pendsUntil(deadline);
        login.end();
        login.end();

        assertEquals(List.of("accepted until " + deadline, "ended"), heard);
        assertEquals("AdmittedLogin[Optional[" + deadline + "]]", login.toString());
    }

    @Test
    void none_begins_once_the_registry_is_closed() throws Exception {
        logins.inBrowser();
        assertFalse(logins.isClosed());

        logins.close();

        assertTrue(logins.isClosed());
        assertEquals(
                LoginProblem.SERVER_HALF_BUSY,
                assertThrows(RefusedException.class, logins::inBrowser).problem());
        assertEquals("Registry[1]", logins.toString());
    }
}
