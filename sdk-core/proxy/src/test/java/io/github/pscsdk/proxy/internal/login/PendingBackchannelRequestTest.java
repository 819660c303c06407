package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.proxy.internal.login.PendingBackchannelRequest.AlreadyPendingException;
import io.github.pscsdk.testkit.simulator.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PendingBackchannelRequestTest {
    private static final NationalId ANNE = new NationalId("ANS20990101120000");
    private static final NationalId ANNE_IN_LOWER_CASE = new NationalId("ans20990101120000");

    private final VirtualClock clock = VirtualClock.standing();
    private final PendingBackchannelRequest.Registry requests = new PendingBackchannelRequest.Registry(clock);

    private Duration left(NationalId person) {
        return assertThrows(AlreadyPendingException.class, () -> requests.begin("software", person))
                .left();
    }

    @Test
    void a_person_is_asked_once_at_a_time_however_spelt() throws Exception {
        requests.begin("software", ANNE).pendsUntil(clock.instant().plusSeconds(90));

        assertEquals(Duration.ofSeconds(90), left(ANNE_IN_LOWER_CASE));
    }

    @Test
    void other_software_may_ask_meanwhile() throws Exception {
        requests.begin("software", ANNE);

        assertDoesNotThrow(() -> requests.begin("other software", ANNE));
    }

    @Test
    void the_wait_is_whole_seconds_and_one_at_least() throws Exception {
        var request = requests.begin("software", ANNE);

        assertEquals(Duration.ofSeconds(1), left(ANNE), "not accepted yet");
        request.pendsUntil(clock.instant().plusMillis(1));
        assertEquals(Duration.ofSeconds(1), left(ANNE));
        request.pendsUntil(clock.instant().plusMillis(2_001));
        assertEquals(Duration.ofSeconds(3), left(ANNE));
    }

    @Test
    void the_end_of_an_ask_that_has_expired_is_not_that_of_the_next() throws Exception {
        var expired = requests.begin("software", ANNE);
        expired.pendsUntil(clock.instant().plusSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        requests.begin("software", ANNE).pendsUntil(clock.instant().plusSeconds(60));

        expired.end();

        assertEquals(Duration.ofSeconds(60), left(ANNE));
    }

    @Test
    void names_nobody_when_printed() throws Exception {
        requests.begin("software", ANNE);

        assertFalse(requests.toString().contains(ANNE.value()));
        assertFalse(PendingBackchannelRequest.Registry.Person.of("software", ANNE)
                .toString()
                .contains("20990101"));
    }
}
