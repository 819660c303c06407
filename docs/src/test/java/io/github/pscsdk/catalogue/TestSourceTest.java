package io.github.pscsdk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as an assertion of a problem, and what only looks like one. */
class TestSourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assertEquals(LoginProblem.REFUSED, lab.failure());",
                "assertSame(LoginProblem.REFUSED, failure.problem());",
                "assertEquals(List.of(LoginProblem.REFUSED, LoginProblem.SESSION_ENDED), problems());",
                "assertTrue(problems().contains(LoginProblem.REFUSED));",
                "assertTrue(run.err().contains(\"(PSC-001)\"), run::err);",
                "assertEquals(\"REFUSED\", answer.path(\"name\"));",
                "assertFails(LoginProblem.REFUSED);",
                "Assertions.assertEquals(LoginProblem.REFUSED.code(), code);",
                "for (var problem : found) { assertEquals(LoginProblem.REFUSED, problem); }"
            })
    void an_assertion_that_fails_without_the_problem_counts(String statement) {
        assertTrue(source("@Test void test() {" + statement + "}").asserts("test", LoginProblem.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// assertEquals(LoginProblem.REFUSED, lab.failure());",
                "server.fails(LoginProblem.REFUSED); assertEquals(LoginProblem.SESSION_ENDED, lab.failure());",
                "assertEquals(LoginProblem.SESSION_ENDED, lab.failure());",
                "assertEquals(OtherProblem.REFUSED, lab.failure());",
                "assertNotEquals(LoginProblem.REFUSED, lab.failure());",
                "assertFalse(problems().contains(LoginProblem.REFUSED));",
                "assertTrue(!problems().contains(LoginProblem.REFUSED));",
                "assertTrue(lab.failure() != LoginProblem.REFUSED);",
                "assertTrue(true, \"PSC-001\");",
                "assertEquals(\"PSC-001\", LoginProblem.REFUSED.code());",
                "assertEquals(LoginProblem.REFUSED, LoginProblem.REFUSED);",
                "assertThrows(PscException.class, () -> throwing(LoginProblem.REFUSED));",
                "assertEquals(\"PSC-0011\", code());",
                "assertNothing(LoginProblem.REFUSED);",
                "await(() -> told(LoginProblem.REFUSED));"
            })
    void what_only_names_the_problem_does_not(String statement) {
        assertFalse(source("@Test void test() {" + statement + "\n}").asserts("test", LoginProblem.REFUSED));
    }

    @Test
    void a_row_of_a_parameterized_test_counts_where_the_test_looks_at_it() {
        var rows = "@ParameterizedTest @CsvSource({\"a, REFUSED\", \"b, SESSION_ENDED\"}) ";

        assertTrue(source(rows + "void test(String who, LoginProblem end) { assertEquals(end, login(who)); }")
                .asserts("test", LoginProblem.REFUSED));
        assertFalse(source(rows + "void test(String who, LoginProblem end) { assertTrue(isWell()); }")
                .asserts("test", LoginProblem.REFUSED));
    }

    @ParameterizedTest
    @CsvSource({
        "'@EnumSource', true",
        "'@EnumSource(names = \"REFUSED\")', true",
        "'@EnumSource(names = \"SESSION_ENDED\")', false",
        "'@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = \"REFUSED\")', false",
        "'@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = \"SESSION_ENDED\")', true"
    })
    void the_constants_of_an_enum_count_unless_they_are_left_out(String constants, boolean counts) {
        var test = "@ParameterizedTest " + constants
                + " void test(LoginProblem end) { var made = made(end); assertEquals(List.of(made), login()); }";

        assertEquals(counts, source(test).asserts("test", LoginProblem.REFUSED));
        assertFalse(source(test.replace("LoginProblem end", "OtherProblem end")
                        .replace("names = \"REFUSED\"", "names = \"OTHER\""))
                .asserts("test", LoginProblem.REFUSED));
    }

    @Test
    void a_row_from_a_method_counts_too() {
        var test = "void test(LoginProblem end) { assertEquals(end, login()); } static Stream<LoginProblem> ends() "
                + "{ return Stream.of(LoginProblem.REFUSED); }";

        assertTrue(source("@ParameterizedTest @MethodSource(\"ends\") " + test).asserts("test", LoginProblem.REFUSED));
        assertFalse(source("@ParameterizedTest @MethodSource(\"none\") " + test).asserts("test", LoginProblem.REFUSED));
    }

    @Test
    void a_constant_that_was_imported_counts() {
        var test = "@Test void test() { assertEquals(REFUSED, login()); }";

        assertFalse(source(test).asserts("test", LoginProblem.REFUSED));
        assertTrue(TestSource.ofText("import static io.github.pscsdk.diagnostic.LoginProblem.REFUSED;" + type(test))
                .asserts("test", LoginProblem.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@Disabled @Test", "@BeforeEach"})
    void a_method_that_does_not_run_as_a_test_is_none(String annotation) {
        assertFalse(source(annotation + " void test() {}").isTest("test"));
        assertFalse(source("@Test void another() {}").isTest("test"));
        assertTrue(source("@Test void test() {}").isTest("test"));
    }

    private static TestSource source(String method) {
        return TestSource.ofText(type(method));
    }

    private static String type(String method) {
        return """
                class SomeTest {
                    %s
                    private void assertFails(LoginProblem problem) { assertEquals(problem, login()); }
                    private void assertNothing(LoginProblem problem) { assertEquals(1, login()); }
                }
                """.formatted(method);
    }
}
