package io.github.pscsdk.catalogue;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.pscsdk.diagnostic.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One test class as its author wrote it, and what its tests assert. A problem is asserted by a test where it stands among the arguments of an
 * assertion that would fail without it: one of JUnit's, or a method of the class that passes it on to one; or where it stands in the data of
 * a parameterized test whose assertions look at its parameters. What stands in a comment, in the preparation, or in an assertion of
 * the contrary does not count.
 */
final class TestSource {
    private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "RepeatedTest");
    private static final Set<String> EQUALITIES = Set.of("assertEquals", "assertSame", "assertIterableEquals");

    /** How far a method that hands on to an assertion is followed. */
    private static final int DEPTH = 3;

    /** Many rows of a table name the same one. */
    private static final Map<Path, TestSource> PARSED = new ConcurrentHashMap<>();

    private final CompilationUnitTree unit;
    private final ClassTree type;

    private TestSource(CompilationUnitTree unit) {
        this.unit = unit;
        this.type = (ClassTree) unit.getTypeDecls().get(0);
    }

    static TestSource of(Path file) {
        return PARSED.computeIfAbsent(file, one -> new TestSource(Parsing.file(one)));
    }

    /** Parses many at once, which takes a fraction of the time of one after the other. */
    static void prepare(List<Path> files) {
        Parsing.files(files)
                .forEach(unit -> PARSED.put(Path.of(unit.getSourceFile().toUri()), new TestSource(unit)));
    }

    static TestSource ofText(String text) {
        return new TestSource(Parsing.text(text));
    }

    /** Whether the class has such a test, and nobody switched it off. */
    boolean isTest(String name) {
        return methods(name)
                .anyMatch(method -> annotations(method).anyMatch(TESTS::contains)
                        && Stream.concat(
                                        annotations(method),
                                        annotations(type.getModifiers().getAnnotations()))
                                .noneMatch("Disabled"::equals));
    }

    /** Whether that test would fail if the problem were another. */
    boolean asserts(String name, Problem problem) {
        var mention = new Mention(unit, problem);
        return methods(name)
                .anyMatch(test -> calls(test).anyMatch(call -> decides(call, mention::in, DEPTH))
                        || isInData(test, mention) && looksAtParameters(test, DEPTH));
    }

    private boolean isInData(MethodTree test, Mention mention) {
        return test.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation -> name(annotation).equals("EnumSource")
                                ? isAmongAll(annotation, test, mention)
                                : mention.in(annotation))
                || providers(test).flatMap(this::methods).anyMatch(mention::in);
    }

    /** Whether the constant is one of those of the enum that the test is given: named, or all of them, or not left out. */
    private static boolean isAmongAll(AnnotationTree constants, MethodTree test, Mention mention) {
        var arguments = constants.getArguments().toString();
        var isNamed = mention.in(constants);
        if (arguments.contains("names") && !arguments.contains("EXCLUDE")) {
            return isNamed;
        }
        return !isNamed && test.getParameters().stream().anyMatch(given -> mention.isOfType(given.getType()));
    }

    /** The methods that {@code @MethodSource} names: by its text, or by the name of the test. */
    private static Stream<String> providers(MethodTree test) {
        return test.getModifiers().getAnnotations().stream()
                .filter(annotation -> name(annotation).equals("MethodSource"))
                .map(annotation -> annotation.getArguments().isEmpty()
                        ? test.getName().toString()
                        : annotation.getArguments().get(0).toString().replaceAll(".*\"(\\w+)\".*", "$1"));
    }

    /** Whether an assertion of that method depends on what it is given, or on what was made of that. */
    private boolean looksAtParameters(MethodTree method, int depth) {
        var given = method.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .collect(Collectors.toSet());
        Trees.in(method.getBody(), VariableTree.class)
                .filter(variable -> isMadeOf(variable.getInitializer(), given))
                .forEach(variable -> given.add(variable.getName().toString()));
        return calls(method).anyMatch(call -> decides(call, part -> isMadeOf(part, given), depth));
    }

    private static boolean isMadeOf(Tree part, Set<String> names) {
        return Trees.in(part, IdentifierTree.class)
                .anyMatch(word -> names.contains(word.getName().toString()));
    }

    /** Whether the call is an assertion that fails or not by what is looked for. */
    private boolean decides(MethodInvocationTree call, Predicate<Tree> lookedFor, int depth) {
        var matching = call.getArguments().stream().filter(lookedFor).toList();
        if (matching.isEmpty() || depth == 0) {
            return false;
        }
        if (isOfJUnit(call)) {
            return name(call).equals("assertTrue")
                    ? isFoundOut(matching.get(0))
                    : EQUALITIES.contains(name(call)) && isCompared(call, matching);
        }
        return call.getMethodSelect() instanceof IdentifierTree
                && methods(name(call)).anyMatch(method -> looksAtParameters(method, depth - 1));
    }

    /** With something that was found out, and not with itself. */
    private static boolean isCompared(MethodInvocationTree call, List<? extends ExpressionTree> matching) {
        return call.getArguments().stream().limit(2).anyMatch(other -> other != matching.get(0) && isFoundOut(other));
    }

    /** Whether something in there was not known when the test was written. */
    private static boolean isFoundOut(ExpressionTree argument) {
        return Trees.in(argument, MethodInvocationTree.class)
                        .anyMatch(call -> !name(call).matches("of|code|name|party"))
                || Trees.in(argument, IdentifierTree.class)
                        .anyMatch(word -> Character.isLowerCase(word.getName().charAt(0)));
    }

    private boolean isOfJUnit(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                ? select.getExpression().toString().equals("Assertions")
                : name(call).startsWith("assert")
                        && methods(name(call)).findAny().isEmpty();
    }

    private static String name(AnnotationTree annotation) {
        return annotation.getAnnotationType().toString();
    }

    private static String name(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : call.getMethodSelect().toString();
    }

    private static Stream<MethodInvocationTree> calls(MethodTree method) {
        return Trees.in(method.getBody(), MethodInvocationTree.class);
    }

    private Stream<MethodTree> methods(String name) {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals(name));
    }

    private static Stream<String> annotations(MethodTree method) {
        return annotations(method.getModifiers().getAnnotations());
    }

    private static Stream<String> annotations(List<? extends AnnotationTree> annotations) {
        return annotations.stream()
                .map(annotation -> annotation.getAnnotationType().toString());
    }
}
