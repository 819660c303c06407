package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.AuthenticatorContract;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.contract.TestServices;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The promises on which every host relies, and those of this authenticator alone. */
class ${className}AuthenticatorTest implements AuthenticatorContract {
    @Override
    public Authenticator authenticator() {
        return new ${className}Authenticator();
    }

    /** All that it can throw: the contract judges their codes and texts. */
    @Override
    public Set<Problem> problems() {
        return Set.of(${className}Problem.values());
    }

    @Test
    void asks_on_the_card_if_the_workstation_is_set_so() throws Exception {
        var authenticator = authenticator();
        authenticator.start(TestServices.of(authenticator.descriptor()).with("channel", "card"));
        var context = TestContext.answering();

        authenticator.authenticate(request(), context);

        assertEquals(Means.CARD, context.asked().get(0).orElseThrow().channel());
    }

    @Test
    void asks_nobody_if_the_device_does_not_say_whose_it_is() {
        var context = TestContext.answering();
        var nobody = AuthenticationRequest.ofAnybody();

        var failure = assertThrows(PscException.class, () -> authenticator().authenticate(nobody, context));

        assertEquals(${className}Problem.NO_HOLDER, failure.problem());
        assertEquals(List.of(), context.asked());
    }

    @Test
    void tells_a_problem_in_both_languages() {
        for (var problem : ${className}Problem.values()) {
            assertEquals(
                    problem.remedy(Locale.FRENCH).steps().size(),
                    problem.remedy(Locale.ENGLISH).steps().size());
        }
    }
}
