package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The relying party at the client tests of the OpenID Foundation: somebody's own build of the conformance suite and own MongoDB, which the properties {@code conformance.suite.jar} and
 * {@code conformance.suite.mongodb} name. Each module ends as the table in {@code docs/security.md} says. The profile {@code by-path} runs this, and nothing else does.
 */
@Tag("by-path")
@Execution(ExecutionMode.SAME_THREAD)
class ConformanceSuiteTest {
    private static final String JAR = System.getProperty("conformance.suite.jar", "");
    private static final String MONGODB = System.getProperty("conformance.suite.mongodb", "");
    private static final String JAVA = System.getProperty("conformance.suite.java", "java");

    private static final Path TABLE = Path.of("../../docs/security.md");
    private static final Pattern ROW = Pattern.compile(
            "\\| `(oidcc-client-test[a-z0-9-]*)` \\| ([a-z, -]+) \\| (passed|refused on purpose) \\| .*\\|");

    private static final String BACK_CHANNEL = "oidcc-client-test-rp-backchannel-rpinitlogout";

    private static final List<?> REFUSALS = List.of(
            LoginProblem.ID_TOKEN_REJECTED,
            LoginProblem.USERINFO_REJECTED,
            LoginProblem.ENVIRONMENT_MISMATCH,
            LoginProblem.SESSION_CONTRADICTED);

    private static ConformanceSuite suite;

    @BeforeAll
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    static void start() throws Exception {
        var isThere = !MONGODB.isEmpty() && !JAR.isEmpty() && Files.isReadable(Path.of(JAR));
        if (!isThere) {
            System.err.println(
                    "SKIPPED ConformanceSuiteTest: give the path of your own build of the OpenID Foundation's suite with"
                            + " -Dconformance.suite.jar=fapi-test-suite.jar, the address of your own MongoDB with"
                            + " -Dconformance.suite.mongodb=mongodb://127.0.0.1:27017/suite, and a Java 21 with -Dconformance.suite.java=/path/to/bin/java");
        }
        Assumptions.assumeTrue(isThere, "needs -Dconformance.suite.jar and -Dconformance.suite.mongodb");
        suite = ConformanceSuite.start(Path.of(JAR), MONGODB, JAVA);
    }

    @AfterAll
    static void stop() {
        if (suite != null) {
            suite.close();
        }
    }

    /** @param outcome what the table says of that module in each plan that has it */
    record Row(String plan, String module, String outcome) {
        @Override
        public String toString() {
            return plan + " " + module;
        }
    }

    static Stream<Row> modules() throws Exception {
        return Files.readString(TABLE)
                .lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .flatMap(row ->
                        Stream.of(row.group(2).split(", ")).map(plan -> new Row(plan, row.group(1), row.group(3))));
    }

    @ParameterizedTest
    @MethodSource("modules")
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void each_module_ends_as_the_table_says(Row row) throws Exception {
        var module = suite.begin(row.plan(), row.module());

        try (var party = suite.client()) {
            if (isRefused(row.module())) {
                var failure = assertThrows(PscException.class, () -> visit(party, row.module()));
                assertTrue(REFUSALS.contains(failure.problem()), failure::getMessage);
            } else {
                visit(party, row.module());
            }
        }

        var result = suite.result(module);
        assertEquals(
                row.outcome().equals("passed") ? "PASSED" : "SKIPPED", result, row + ": " + suite.complaints(module));
        assertEquals(
                row.module().startsWith(BACK_CHANNEL) && !row.module().equals(BACK_CHANNEL) ? 1 : 0,
                suite.refusals(),
                "logout tokens that were refused");
    }

    /** Whether the suite sends the client something wrong, apart from logout tokens. */
    private static boolean isRefused(String module) {
        return Pattern.compile("test-(invalid|missing)|-invalid(-|$)|multiple|sig-none|mismatch")
                .matcher(module)
                .find();
    }

    private static void visit(RelyingParty party, String module) throws Exception {
        if (module.endsWith("openid-config")) {
            // The suite wants no more, and takes whatever comes then for a fault; so below.
            await(party.beginBrowserLogin());
        } else if (module.endsWith("jwks-uri-keys")) {
            await(party.warmUp());
        } else {
            var session = logIn(party);
            if (module.endsWith("key-rotation")) {
                logIn(party);
            }
            if (module.contains("refresh-token")) {
                await(party.refresh(session.id()));
                suite.askUserInfo();
            }
            if (module.contains("logout")) {
                suite.get(await(party.beginBrowserSignOut(session.id())).endSessionUri());
            }
        }
    }

    private static PscSession logIn(RelyingParty party) throws Exception {
        var login = await(party.beginBrowserLogin());
        return await(party.completeBrowserLogin(suite.get(login.authorizationUri()), login.state()));
    }
}
