package io.github.pscsdk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import io.github.pscsdk.architecture.Modules;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.documents.Problems;
import io.github.pscsdk.documents.Repository;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every code of every enum of problems that the project ships can be triggered. {@code triggers.csv} has a row for each: the code, and the
 * test that makes it happen, as {@code package.Class#method}. The row is worth something since that test must assert the code.
 */
class TriggerTableTest {
    private static final String TABLE = "docs/src/test/resources/io/github/pscsdk/catalogue/triggers.csv";
    private static final List<Path> SOURCES = Repository.files(".java");
    private static final Map<String, Problem> PROBLEMS = problems();

    /** One row; written as its code, which names the test in reports. */
    private record Trigger(String code, String className, String method) {
        static Trigger of(String line) {
            var words = line.split("[,#]", 3);
            return new Trigger(words[0], words[1], words[2]);
        }

        @Override
        public String toString() {
            return code;
        }
    }

    static List<Trigger> triggers() {
        return Repository.read(TABLE).lines().map(Trigger::of).toList();
    }

    @BeforeAll
    static void prepare() {
        TestSource.prepare(triggers().stream()
                .map(Trigger::className)
                .distinct()
                .map(TriggerTableTest::file)
                .toList());
    }

    @Test
    void every_code_has_a_row_and_no_row_is_of_another() {
        var rows = triggers().stream().map(Trigger::code).toList();

        assertEquals(List.copyOf(PROBLEMS.keySet()), rows.stream().sorted().toList());
        assertTrue(rows.size() > 100, "the enums were found");
    }

    @Test
    void the_documents_know_every_enum() {
        assertEquals(
                List.copyOf(PROBLEMS.keySet()),
                Problems.all().map(Problem::code).sorted().toList());
    }

    @Test
    void the_rows_stand_in_the_order_of_the_codes() {
        var rows = triggers().stream().map(Trigger::code).toList();

        assertEquals(rows.stream().sorted().toList(), rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("triggers")
    void the_test_of_each_row_asserts_its_code(Trigger trigger) {
        var source = TestSource.of(file(trigger.className()));

        assertTrue(source.isTest(trigger.method()), trigger.method() + " is a test that runs");
        assertTrue(
                source.asserts(trigger.method(), PROBLEMS.get(trigger.code())),
                trigger.method() + " asserts " + trigger.code());
    }

    /** By code. */
    private static Map<String, Problem> problems() {
        return Modules.SHIPPED.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Problem.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Problem.class::cast)
                .collect(Collectors.toMap(Problem::code, Function.identity(), TriggerTableTest::taken, TreeMap::new));
    }

    private static Problem taken(Problem one, Problem other) {
        throw new AssertionError(one.code() + " is a code of two problems, " + one + " and " + other);
    }

    private static Path file(String className) {
        var end = Path.of("src", "test", "java").resolve(className.replace('.', '/') + ".java");
        return SOURCES.stream()
                .filter(source -> source.endsWith(end))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no test class " + className));
    }
}
