package io.github.pscsdk.plugin.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.AuthenticatorContract;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StubAuthenticatorTest implements AuthenticatorContract {
    private static final NationalId DOCTOR = new NationalId("899999100029");

    @Override
    public Authenticator authenticator() {
        return new StubAuthenticator();
    }

    @Override
    public Set<Problem> problems() {
        return Set.of(StubProblem.values());
    }

    @Test
    void asks_the_professional_whom_the_request_names_on_the_phone() throws Exception {
        var context = TestContext.answering();

        var grant =
                authenticator().authenticate(AuthenticationRequest.ofAnybody().withNationalId(DOCTOR), context);

        assertSame(context.grant(), grant);
        assertEquals(DOCTOR, onlyQuestion(context).nationalId());
        assertEquals(Means.MOBILE, onlyQuestion(context).channel());
    }

    @Test
    void asks_the_pharmacist_of_the_simulator_where_nobody_is_named() throws Exception {
        var context = TestContext.answering();

        authenticator().authenticate(AuthenticationRequest.ofAnybody(), context);

        assertEquals(Personas.PHARMACIST, onlyQuestion(context).nationalId());
    }

    @ParameterizedTest
    @EnumSource(value = Environment.class, mode = EnumSource.Mode.EXCLUDE, names = "SIMULATOR")
    void asks_nobody_at_a_server_half_that_does_not_talk_to_a_simulator(Environment environment) {
        var context = TestContext.answering().withEnvironment(environment);

        var failure = assertThrows(PscException.class, () -> authenticator().authenticate(request(), context));

        assertEquals(StubProblem.NOT_A_SIMULATOR, failure.problem());
        assertFalse(failure.problem().allowsNextWay(), "nobody else's phone rings either");
        assertEquals(List.of(), context.asked());
    }

    @Test
    void its_refusal_names_nobody() {
        var context = TestContext.answering().withEnvironment(Environment.PRODUCTION);

        var failure = assertThrows(PscException.class, () -> authenticator().authenticate(request(), context));

        assertFalse(failure.getMessage().contains(Personas.PHARMACIST.value()));
    }

    private static BackchannelRequest onlyQuestion(TestContext context) {
        assertEquals(1, context.asked().size());
        return context.asked().get(0).orElseThrow();
    }
}
