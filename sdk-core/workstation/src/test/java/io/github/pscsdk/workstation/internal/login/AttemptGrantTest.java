package io.github.pscsdk.workstation.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.workstation.internal.http.SessionHandle;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plug-in logs somebody in by nothing but the grant that its own attempt has brought. */
class AttemptGrantTest {
    private final AttemptGrant attempt = new AttemptGrant();

    private static SessionHandle handle() throws PscException {
        return SessionHandle.received("a-handle-of-a-test");
    }

    private void assertRefused(Grant returned) {
        var refusal = assertThrows(PscException.class, () -> attempt.handleOf(returned));
        assertEquals(PluginProblem.PLUGIN_FAILED, refusal.problem());
    }

    @Test
    void the_grant_that_the_attempt_has_brought_opens_its_session() throws Exception {
        var handle = handle();
        var grant = attempt.bring(handle).orElseThrow();

        assertSame(handle, attempt.handleOf(grant));
        assertSame(handle, attempt.handleOf(grant), "once more");
    }

    @Test
    void a_grant_of_another_attempt_or_of_a_plug_in_s_own_opens_none() throws Exception {
        attempt.bring(handle());

        assertRefused(new AttemptGrant().bring(handle()).orElseThrow());
        assertRefused(new Grant() {});
        assertRefused(null);
    }

    @Test
    void an_attempt_that_has_brought_nothing_is_ended_by_no_grant() throws Exception {
        assertRefused(null);
        assertRefused(new AttemptGrant().bring(handle()).orElseThrow());
        assertEquals(Optional.empty(), attempt.end());
    }

    @Test
    void nothing_is_brought_once_the_attempt_has_ended() throws Exception {
        assertEquals(Optional.empty(), attempt.end());

        assertEquals(Optional.empty(), attempt.bring(handle()));
        assertEquals(Optional.empty(), attempt.end());
    }

    @Test
    void nothing_is_brought_once_the_authenticator_has_returned() throws Exception {
        var first = handle();
        var grant = attempt.bring(first).orElseThrow();
        attempt.handleOf(grant);

        assertEquals(Optional.empty(), attempt.bring(handle()));
        assertEquals(Optional.of(first), attempt.end(), "so that it can be abandoned");
    }

    @Test
    void the_grant_of_before_is_no_more_once_another_one_was_brought() throws Exception {
        var former = attempt.bring(handle()).orElseThrow();
        attempt.bring(handle());

        assertRefused(former);
    }
}
