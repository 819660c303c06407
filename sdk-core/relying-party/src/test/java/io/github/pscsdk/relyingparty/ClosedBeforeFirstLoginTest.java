package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A relying party that is closed before anybody has logged in on a device. */
class ClosedBeforeFirstLoginTest {
    @AutoClose
    private final Lab lab = Lab.open();

    @Test
    @Timeout(20)
    void a_first_login_that_comes_too_late_ends_instead_of_waiting_for_nobody() {
        lab.party.close();

        var failure = assertThrows(
                PscException.class, () -> await(lab.ask(Lab.PHARMACIST).outcome()));
        assertSame(LoginProblem.PSC_UNAVAILABLE, failure.problem());
    }
}
