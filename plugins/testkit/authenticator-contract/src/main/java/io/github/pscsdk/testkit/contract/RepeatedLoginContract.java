package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of an authenticator for the next login: the engine keeps one instance for all. */
interface RepeatedLoginContract extends AuthenticatorUnderTest {
    /** In a morning. */
    int LOGINS = 20;

    /** Somebody else in the practice, also invented. */
    NationalId FICTITIOUS_DOCTOR = new NationalId("899999100029");

    /** A session may be signed out and opened again, and the software runs for weeks. */
    @Test
    default void serves_one_login_after_another() throws Exception {
        try (var host = ContractHost.of(this, authenticator())) {
            for (var login = 1; login <= LOGINS; login++) {
                var context = TestContext.answering().withDialog(dialog());

                host.login(request(), context)
                        .grant(" as number " + login + " in one software: keep nothing of those before");
            }
        }
    }

    /** A person who has refused by mistake tries again. */
    @Test
    default void serves_a_login_after_one_that_failed() throws Exception {
        try (var host = ContractHost.of(this, authenticator())) {
            var refused = TestContext.failing(new PscException(LoginProblem.REFUSED, "a test"))
                    .withDialog(dialog());
            host.login(request(), refused).failure();

            assertServes(host);
        }
    }

    /** A person who has cancelled tries again. */
    @Test
    default void serves_a_login_after_one_that_was_cancelled() throws Exception {
        try (var host = ContractHost.of(this, authenticator())) {
            var cancelled = TestContext.silent().withDialog(dialog());
            var login = host.login(request(), cancelled);
            cancelled.awaitAsked(patience());
            login.interrupt().failure();
            // Another promise is how soon it ends.
            EngineLimits.comesTrue(() -> host.stuckThreads() == 0);

            assertServes(host);
        }
    }

    /** Two persons use one workstation: the second one is never asked for as the first. */
    @Test
    default void serves_two_persons_one_after_the_other() throws Exception {
        try (var host = ContractHost.of(this, authenticator())) {
            assertServes(host);
            var devices = deviceIdentities();
            var changed = nextPerson();
            var second = changed.orElse(FICTITIOUS_DOCTOR);
            var context = TestContext.answering().withDialog(dialog());

            host.login(request().withNationalId(second), context).endBy(patience());

            var allowed = new HashSet<>(Set.of(second));
            if (changed.isEmpty()) {
                // The device of the first one is still there, and may say so.
                allowed.addAll(devices);
            } else {
                assertEquals(1, context.asked().size(), "the second person is not asked");
            }
            assertTrue(
                    allowed.containsAll(asked(context)),
                    "the second login asks for somebody else than the second person");
        }
    }

    /** The windows of a host are code of somebody else. */
    @Test
    default void serves_a_login_after_a_host_that_threw() throws Exception {
        try (var host = ContractHost.of(this, authenticator())) {
            host.loginAtHostThatThrows(request(), TestContext.answering()).endBy(patience());

            assertServes(host);
        }
    }

    private void assertServes(ContractHost host) throws InterruptedException {
        var context = TestContext.answering().withDialog(dialog());

        assertNotNull(host.login(request(), context).grant());
    }

    private static Set<NationalId> asked(TestContext context) {
        return Stream.concat(
                        context.asked().stream().flatMap(Optional::stream).map(BackchannelRequest::nationalId),
                        context.expectedInBrowser().stream())
                .collect(Collectors.toSet());
    }
}
