package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeyRotationTest {

    @Test
    void after_a_rotation_one_refetch_serves_all_logins() throws Exception {
        try (var lab = Lab.open()) {
            lab.logIn();
            lab.simulator.rotateKeys();

            lab.logIn();
            lab.logIn();

            assertEquals(2, lab.simulator.count(Endpoint.JWKS));
        }
    }

    /** A host that boots an hour ahead, until its clock is set. */
    @Nested
    class ClockSetBack {
        private final AheadClock clock = new AheadClock();

        @AutoClose
        private final PscSimulator simulator = PscSimulator.builder()
                .client(SimulatedClient.withSecret(Lab.CLIENT, Lab.SECRET).withRedirectUri(Lab.REDIRECT))
                .clock(clock)
                .start();

        @AutoClose
        private final RelyingParty party = RelyingParty.builder(
                        PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                .redirectUri(Lab.REDIRECT)
                .clock(clock)
                .build();

        private void logIn() throws Exception {
            var login = await(party.beginBrowserLogin());
            await(party.completeBrowserLogin(Browser.visit(login.authorizationUri()), login.state()));
        }

        @Test
        void keys_that_are_fetched_afterwards_are_kept() throws Exception {
            logIn();
            clock.setBack();
            simulator.rotateKeys();

            logIn();
            logIn();

            assertEquals(2, simulator.count(Endpoint.JWKS));
        }

        @Test
        void what_was_fetched_before_grows_old_in_an_hour() throws Exception {
            logIn();
            clock.setBack();
            clock.time.advance(Duration.ofMinutes(61));

            logIn();

            assertEquals(2, simulator.count(Endpoint.DISCOVERY));
        }

        @Test
        void the_pause_after_a_forged_token_lasts_no_longer() throws Exception {
            logIn();
            var header = "{\"alg\":\"RS256\",\"typ\":\"logout+jwt\",\"kid\":\"forged\"}";
            var forged =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.US_ASCII))
                            + ".e30.AA";
            assertThrows(PscException.class, () -> await(party.acceptLogoutToken(forged)));
            assertEquals(2, simulator.count(Endpoint.JWKS));
            clock.setBack();
            simulator.rotateKeys();
            clock.time.advance(Duration.ofSeconds(11));

            logIn();

            assertEquals(3, simulator.count(Endpoint.JWKS));
        }
    }

    /** A clock that is wrong, and timers that are not. */
    private static final class AheadClock extends Scheduler.TimerClock {
        private final VirtualClock time = VirtualClock.standing();
        private volatile Duration ahead = Duration.ofHours(1);

        void setBack() {
            ahead = Duration.ZERO;
        }

        @Override
        protected Scheduler scheduler() {
            return Scheduler.of(time, "test");
        }

        @Override
        public Instant instant() {
            return time.instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return time.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
