package io.github.pscsdk.workstation.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.MockServerHalf;
import io.github.pscsdk.workstation.PlainServerHalf;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** The health check at a server half that speaks ANS's plain contract alone. */
class PlainHealthTest {
    private static final String MARK = "{\"code\":\"401\",\"message\":\"No.\",\"metadata\":{}}";

    @Test
    void it_says_which_contract_the_server_half_speaks_and_that_is_no_fault() throws Exception {
        try (var server = new PlainServerHalf()) {
            var diagnosis = HealthCheckFixture.of(server.address()).diagnosis();

            assertEquals(
                    List.of(Diagnostic.of(LoginProblem.BROWSER_LOGIN_NOT_OFFERED, Severity.INFO)
                            .with("contract", "plain")),
                    diagnosis.findings());
            assertEquals(diagnosis.findings(), atServerHalf(diagnosis));
            assertTrue(diagnosis.isReady());
        }
    }

    @Test
    void a_proxy_of_ours_whose_additions_cannot_be_reached_is_plain_and_still_refuses_a_wrong_token() throws Exception {
        assertEquals(List.of(LoginProblem.BROWSER_LOGIN_NOT_OFFERED), problems(withoutAdditions("PSC-006")));
        assertEquals(List.of(LoginProblem.APPLICATION_REJECTED), problems(withoutAdditions("PSC-062")));
    }

    private static Diagnosis withoutAdditions(String problem) throws Exception {
        try (var server = new MockServerHalf()) {
            server.answer("GET /v1", 404, "");
            server.answer("GET /v1/status", 404, "");
            server.answer(
                    "DELETE /disconnect",
                    () -> new MockResponse.Builder()
                            .code(401)
                            .addHeader("Psc-Proxy-Error", problem)
                            .body(MARK)
                            .build());
            return HealthCheckFixture.of(server.address()).diagnosis();
        }
    }

    private static List<?> problems(Diagnosis diagnosis) {
        return atServerHalf(diagnosis).stream().map(Diagnostic::problem).toList();
    }

    private static List<Diagnostic> atServerHalf(Diagnosis diagnosis) {
        return diagnosis.examinations().stream()
                .filter(examination -> examination.subject() == Subject.SERVER_HALF)
                .flatMap(examination -> examination.findings().stream())
                .toList();
    }
}
