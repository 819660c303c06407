package io.github.pscsdk.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The workstation half at ANS's published example of a Proxy e-Santé: somebody's own build, which the property {@code ans.proxy.jar} names. The
 * profile {@code by-path} runs this, and nothing else does.
 */
@Tag("by-path")
class AnsExampleTest {
    private static final String JAR = System.getProperty("ans.proxy.jar", "");
    private static final String JAVA = System.getProperty("ans.proxy.java", "java");
    private static final NationalId PHARMACIST = new NationalId(Bench.PHARMACIST);

    @TempDir
    private Path folder;

    private AnsExample example;
    private PscClient client;

    @BeforeEach
    void start() throws Exception {
        var isThere = !JAR.isEmpty() && Files.isReadable(Path.of(JAR));
        if (!isThere) {
            System.err.println(
                    "SKIPPED AnsExampleTest: give the path of your own build of ANS's example with"
                            + " -Dans.proxy.jar=psc-esante-proxy-example.jar, and of a Java 21 with -Dans.proxy.java=/path/to/bin/java");
        }
        Assumptions.assumeTrue(isThere, "needs -Dans.proxy.jar=<path of ANS's example>");
        example = new AnsExample(Path.of(JAR), JAVA, folder);
        // It asks for no application token, and nobody says that it speaks the plain contract: the client finds out.
        client = PscClientBuilder.forServerHalf(example.address())
                .clientId(AnsExample.CLIENT)
                .applicationToken("not-asked-for")
                .authenticator(NamedDevice.phone())
                .authenticator(NamedDevice.card())
                .build();
    }

    @AfterEach
    void stop() throws Exception {
        if (client != null) {
            client.close();
        }
        if (example != null) {
            example.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "card"})
    void a_professional_logs_in_works_and_logs_out(String device) throws Exception {
        var session = client.login(LoginRequest.using(device).withNationalId(PHARMACIST));

        var answer = session.send(
                ApiRequest.of("POST", "form", "declarations").withBody("text/plain", "a body".getBytes(UTF_8)));
        assertEquals("echo", answer.text());
        assertEquals("POST", example.backend.last().method());
        assertEquals("a body", example.backend.last().body());
        session.signOut();
        assertEquals(1, example.simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void the_health_check_says_that_it_speaks_the_plain_contract() throws Exception {
        assertEquals(
                List.of(LoginProblem.BROWSER_LOGIN_NOT_OFFERED),
                client.diagnose().findings().stream().map(Diagnostic::problem).toList());
    }

    @Test
    void a_client_id_or_an_identifier_that_it_does_not_know_is_told() {
        var unknown = new NationalId("899999100086");

        var failure = assertThrows(
                PscException.class,
                () -> client.login(LoginRequest.using("phone").withNationalId(unknown)));

        assertSame(LoginProblem.UNKNOWN_PROFESSIONAL, failure.problem());
    }
}
