package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.spi.AuthenticationRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The promises of an authenticator about the context that it is lent for one attempt. */
interface ContextContract extends AuthenticatorUnderTest {
    /** The engine refuses any other use: the attempt is over, or somebody else's. */
    @Test
    default void uses_its_context_on_its_own_thread_and_during_its_attempt_alone() throws Exception {
        var first = TestContext.answering().withDialog(dialog());
        var second = TestContext.answering().withDialog(dialog());
        try (var host = ContractHost.of(this, authenticator())) {
            var firstLogin = host.login(request(), first);
            firstLogin.endBy(patience());
            var secondLogin = host.login(request(), second);
            secondLogin.endBy(patience());
            ContractWatch.once(second, patience());
            // The work it has started may still be on its way.
            host.threadsLeft();

            var misuses = firstLogin.misuses();
            misuses.addAll(secondLogin.misuses());
            assertEquals(Set.of(), misuses, "called on another thread, or after the attempt");
        }
    }

    /** A vendor tries it in the sandbox and installs it in production; an operator may have another environment. */
    @Test
    default void knows_what_to_do_in_every_environment() throws Exception {
        for (var environment : Environment.values()) {
            var context = TestContext.answering().withDialog(dialog()).withEnvironment(environment);
            ContractHost.logInOnce(this, request(), context).assertEndsWell("in the environment " + environment);
        }
    }

    /**
     * A host chooses the browser where nobody has a phone at hand, for instance. An authenticator that knows no such
     * way says so.
     */
    @Test
    default void asks_by_the_way_in_that_the_request_chooses() throws Exception {
        for (var way : WayIn.values()) {
            var context = TestContext.answering().withDialog(dialog());
            ContractHost.logInOnce(this, request().withWayIn(way), context)
                    .assertEndsWell("where the request chooses " + way);
            var others = context.asked().stream()
                    .map(question -> question.isPresent() ? WayIn.BACKCHANNEL : WayIn.BROWSER)
                    .filter(asked -> asked != way)
                    .toList();
            assertEquals(List.of(), others, () -> "the request chooses " + way);
        }
    }

    /** A host shows all of it. */
    @Test
    default void calls_the_host_no_more_than_a_thousand_times() throws Exception {
        var context = TestContext.answering().withDialog(dialog());
        var login = ContractHost.logInOnce(this, request(), context);

        assertTrue(
                login.callsOfHost() <= EngineLimits.CALLS_OF_HOST,
                () -> "the engine ends an attempt after as many: " + login.callsOfHost());
    }

    /** Only a named person may be asked, on a phone or by a page. */
    @Test
    default void asks_only_for_whom_its_device_or_the_request_names() throws Exception {
        for (var way : WayIn.values()) {
            assertAsksForNamed(request().withWayIn(way));
            assertAsksForNamed(request().withWayIn(way).withNationalId(RepeatedLoginContract.FICTITIOUS_DOCTOR));
        }
    }

    /** Whom the engine takes for the holder need not be asked for again: somebody's claim is not enough. */
    @Test
    default void names_as_holder_only_whom_its_device_has_named() throws Exception {
        for (var request : List.of(request(), request().withNationalId(RepeatedLoginContract.FICTITIOUS_DOCTOR))) {
            var typed = new PersonalData();
            var context = TestContext.answering().withDialog(typed.recorded(dialog()));
            ContractHost.logInOnce(this, request, context);

            assertTrue(
                    context.holder().stream()
                            .allMatch(holder -> deviceIdentities().contains(holder)
                                    && typed.in(holder.value()).isEmpty()),
                    "it names a holder whom no device has named");
        }
    }

    private void assertAsksForNamed(AuthenticationRequest request) throws Exception {
        var context = TestContext.answering().withDialog(dialog());
        var allowed = new HashSet<>(deviceIdentities());
        request.nationalId().ifPresent(allowed::add);
        // Its device may name somebody else than the request: a reason to stop.
        ContractHost.logInOnce(this, request, context);
        var asked = context.asked().stream()
                .flatMap(Optional::stream)
                .map(BackchannelRequest::nationalId)
                .toList();
        assertTrue(allowed.containsAll(asked), "it asks for somebody whom nobody named");
        assertTrue(
                context.expectedInBrowser().stream().allMatch(allowed::contains),
                "it expects somebody whom nobody named");
    }
}
