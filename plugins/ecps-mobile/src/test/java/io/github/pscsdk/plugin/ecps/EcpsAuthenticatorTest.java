package io.github.pscsdk.plugin.ecps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.AuthenticatorContract;
import io.github.pscsdk.testkit.contract.TestContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcpsAuthenticatorTest implements AuthenticatorContract {
    private static final NationalId DOCTOR = new NationalId("899999100029");
    private static final AuthenticationRequest BY_DOCTOR =
            AuthenticationRequest.ofAnybody().withNationalId(DOCTOR);

    @Override
    public Authenticator authenticator() {
        return new EcpsAuthenticator();
    }

    @Test
    void has_the_engine_ask_who_logs_in_where_the_request_does_not_say() {
        assertTrue(authenticator().descriptor().needsNationalId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"899999100029", "0999999999", "ANS20990101120000", "512345678200010/EMP00001"})
    void asks_the_owner_on_the_phone_whatever_the_shape_of_the_identifier(String value) throws Exception {
        var owner = new NationalId(value);
        var context = TestContext.answering();

        var grant =
                authenticator().authenticate(AuthenticationRequest.ofAnybody().withNationalId(owner), context);

        var asked = context.asked().get(0).orElseThrow();
        assertSame(context.grant(), grant);
        assertEquals(owner, asked.nationalId());
        assertEquals(Means.MOBILE, asked.channel());
    }

    @Test
    void asks_on_the_phone_where_the_request_wants_the_back_channel() throws Exception {
        var context = TestContext.answering();

        authenticator().authenticate(BY_DOCTOR.withWayIn(WayIn.BACKCHANNEL), context);

        assertTrue(context.asked().get(0).isPresent());
    }

    @Test
    void expects_the_owner_in_the_browser_where_the_request_wants_that() throws Exception {
        var context = TestContext.answering();

        var grant = authenticator().authenticate(BY_DOCTOR.withWayIn(WayIn.BROWSER), context);

        assertSame(context.grant(), grant);
        assertEquals(List.of(Optional.empty()), context.asked());
        assertEquals(Optional.of(DOCTOR), context.expectedInBrowser());
    }

    @Test
    void needs_no_name_in_the_browser_where_the_page_asks_for_it() throws Exception {
        var context = TestContext.answering();

        var grant =
                authenticator().authenticate(AuthenticationRequest.ofAnybody().withWayIn(WayIn.BROWSER), context);

        assertSame(context.grant(), grant);
        assertEquals(List.of(Optional.empty()), context.asked());
        assertEquals(Optional.empty(), context.expectedInBrowser());
    }

    @ParameterizedTest
    @EnumSource
    void works_with_every_pro_sante_connect(Environment environment) throws Exception {
        var context = TestContext.answering().withEnvironment(environment);

        assertSame(context.grant(), authenticator().authenticate(BY_DOCTOR, context));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "REFUSED",
                "NO_ANSWER_IN_TIME",
                "UNKNOWN_PROFESSIONAL",
                "BACKCHANNEL_NOT_ENABLED",
                "PSC_UNAVAILABLE",
                "TOO_MANY_ATTEMPTS"
            })
    void passes_on_how_it_ended_for_both_ways_in(LoginProblem problem) {
        for (var way : WayIn.values()) {
            var end = new PscException(problem, "a test");

            var failure = assertThrows(
                    PscException.class,
                    () -> authenticator().authenticate(BY_DOCTOR.withWayIn(way), TestContext.failing(end)));

            assertSame(end, failure);
        }
    }

    @Test
    void finds_nothing_to_check_on_a_workstation() throws Exception {
        assertEquals(List.of(), authenticator().diagnose());
    }

    @Test
    void tells_nobody_that_a_device_is_awaited() throws Exception {
        var context = TestContext.answering();

        authenticator().authenticate(BY_DOCTOR, context);

        assertFalse(context.waitedForDevice());
        assertFalse(context.watch().isPresent());
    }
}
