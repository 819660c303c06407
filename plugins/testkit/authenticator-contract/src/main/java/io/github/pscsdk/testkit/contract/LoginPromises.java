package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.PersonDialog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What an authenticator promises of one login. */
interface LoginPromises extends AuthenticatorUnderTest {
    /** The engine refuses any other grant than its own. */
    @Test
    default void returns_exactly_the_grant_of_the_context() throws Exception {
        var context = TestContext.answering().withDialog(dialog());
        try (var host = ContractHost.of(this, authenticator())) {
            assertSame(context.grant(), host.login(request(), context).grant());
        }
    }

    /** Each question rings a professional's phone. */
    @Test
    default void asks_once() throws Exception {
        var answered = TestContext.answering().withDialog(dialog());
        var refused = TestContext.failing(refusal()).withDialog(dialog());
        for (var context : List.of(answered, refused)) {
            try (var host = ContractHost.of(this, authenticator())) {
                host.login(request(), context).endBy(patience());
            }
        }

        assertEquals(1, answered.asked().size(), "questions in one login");
        assertEquals(1, refused.asked().size(), "nobody is asked again after a refusal");
    }

    /** The caller must get the problem that the server half found, unchanged. */
    @Test
    default void passes_a_failure_on_without_wrapping_it() throws Exception {
        var context = TestContext.failing(refusal()).withDialog(dialog());
        try (var host = ContractHost.of(this, authenticator())) {
            assertEquals(LoginProblem.REFUSED, host.login(request(), context).problem());
        }
    }

    /** Nobody can be asked if nobody was named. */
    @Test
    default void asks_nobody_where_the_identifier_that_it_needs_is_missing() throws Exception {
        if (authenticator().descriptor().needsNationalId()) {
            var context = TestContext.answering().withDialog(dialog());
            try (var host = ContractHost.of(this, authenticator())) {
                var problem =
                        host.login(AuthenticationRequest.ofAnybody(), context).problem();

                assertEquals(LoginProblem.NATIONAL_ID_MISSING, problem);
                assertEquals(0, context.asked().size());
            }
        }
    }

    /** The program in which the code is typed needs exclusive access to the card. */
    @Test
    default void releases_its_device_before_it_asks() throws Exception {
        var released = new AtomicReference<Optional<Boolean>>(Optional.empty());
        var context = TestContext.answering()
                .withDialog(dialog())
                .whenAsked(() -> released.set(Optional.of(deviceIsReleased())));
        var request = request();
        // Nothing after it may make another one: the hook speaks of the last.
        try (var host = ContractHost.of(this, authenticator())) {
            host.login(request, context).grant();

            assertEquals(Optional.of(true), released.get(), "it still holds its device");
        }
    }

    /** A person may close the window with the question, and a host may have none. */
    @Test
    default void bears_a_person_who_does_not_answer() throws Exception {
        var context = TestContext.answering().withDialog(new PersonDialog() {});
        try (var host = ContractHost.of(this, authenticator())) {
            var login = host.login(request(), context);
            try {
                login.grant();
            } catch (AssertionError e) {
                assertFalse(
                        !(e.getCause() instanceof PscException known) || ContractHost.isOfGuard(known.problem()),
                        "it fails without a problem of its own where a question has no answer");
            }
        }
    }

    private static PscException refusal() {
        return new PscException(LoginProblem.REFUSED, "a test");
    }
}
