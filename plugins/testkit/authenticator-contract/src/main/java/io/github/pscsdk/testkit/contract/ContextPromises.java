package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.spi.AuthenticationRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an authenticator promises of the context that it is given for one attempt. */
interface ContextPromises extends AuthenticatorUnderTest {
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
            if (second.watch().isPresent()) {
                var watch = ContractWatch.start(second.watch().get(), patience());
                watch.report();
                watch.stop();
            }
            // What it has started may still be on its way.
            host.threadsLeft();

            var misuses = firstLogin.misuses();
            misuses.addAll(secondLogin.misuses());
            assertEquals(Set.of(), misuses, "called on another thread, or after the attempt");
        }
    }

    /** A host shows all of it. */
    @Test
    default void calls_the_host_no_more_than_a_thousand_times() throws Exception {
        var context = TestContext.answering().withDialog(dialog());
        try (var host = ContractHost.of(this, authenticator())) {
            var login = host.login(request(), context);
            login.endBy(patience());

            assertTrue(
                    login.callsOfHost() <= EngineLimits.CALLS_OF_HOST,
                    () -> "the engine ends an attempt after as many: " + login.callsOfHost());
        }
    }

    /** Only a named person may be asked, on a phone or by a page. */
    @Test
    default void asks_only_for_whom_its_device_or_the_request_names() throws Exception {
        assertAsksForNamed(request());
        assertAsksForNamed(request().withNationalId(RepetitionPromises.FICTITIOUS_DOCTOR));
    }

    /** Whom the engine takes for the holder need not be asked for again: somebody's claim is not enough. */
    @Test
    default void names_as_holder_only_whom_its_device_has_named() throws Exception {
        for (var request : List.of(request(), request().withNationalId(RepetitionPromises.FICTITIOUS_DOCTOR))) {
            var typed = new PersonalData();
            var context = TestContext.answering().withDialog(typed.recorded(dialog()));
            var holders = new HashSet<NationalId>();
            try (var host = ContractHost.of(this, authenticator())) {
                host.login(request, context).endBy(patience());
            }
            context.holder().ifPresent(holders::add);

            holders.removeIf(holder -> deviceIdentities().contains(holder)
                    && typed.in(holder.value()).isEmpty());
            assertEquals(0, holders.size(), "it names a holder whom no device has named");
        }
    }

    private void assertAsksForNamed(AuthenticationRequest request) throws Exception {
        var context = TestContext.answering().withDialog(dialog());
        var allowed = new HashSet<>(deviceIdentities());
        request.nationalId().ifPresent(allowed::add);
        try (var host = ContractHost.of(this, authenticator())) {
            // Its device may name somebody else than the request: a reason to stop.
            host.login(request, context).endBy(patience());
        }
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
