package io.github.pscsdk.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Repository;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public signature of the exported packages, compared with a recorded file: a change of the contract shows up in
 * review as a change of that file. Record with {@code mvn verify -Dupdate=true}.
 */
class ContractSnapshotTest {
    private static final String FOLDER = "docs/contract/";

    static Stream<String> exported() {
        return Modules.EXPORTED.stream().map(Class::getPackageName).distinct().sorted();
    }

    @ParameterizedTest
    @MethodSource("exported")
    void the_contract_is_the_recorded_one(String exported) {
        var current = signatures(exported);

        assertEquals(Repository.recorded(FOLDER + exported + ".txt", current), current);
    }

    /** Whoever reads it could not call it, and javadoc, which leaves such types out, may fail at it. */
    @Test
    void a_member_for_users_names_no_internal_type() {
        var named = exported()
                .flatMap(exported -> signatures(exported).lines())
                .filter(line -> line.startsWith("  ") && line.contains(".internal."))
                .map(line -> line.replaceFirst(".* ", ""))
                .toList();

        // Between our own modules.
        assertEquals(
                List.of(
                        "io.github.pscsdk.relyingparty.ClientAuthentication.credentials()",
                        "io.github.pscsdk.time.VirtualClock.scheduler()"),
                named);
    }

    @Test
    void nothing_else_is_recorded() {
        var files = exported().map(name -> FOLDER + name + ".txt").toList();

        assertEquals(
                List.of(),
                Repository.files(".txt").stream()
                        .map(file -> Repository.ROOT.relativize(file).toString())
                        .filter(file -> file.startsWith(FOLDER) && !files.contains(file))
                        .toList());
    }

    @Test
    void the_module_exports_the_contract_and_nothing_else() {
        var exported = Repository.read("sdk-api/src/main/java/module-info.java")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("exports ") || line.startsWith("opens "))
                .toList();

        assertEquals(
                Stream.of(
                                Modules.API + ";",
                                Modules.API + ".dialog;",
                                Modules.API + ".professional;",
                                Modules.SPI + ";",
                                Modules.DIAGNOSTIC + ";",
                                Modules.API + ".internal to")
                        .map(name -> "exports " + name)
                        .toList(),
                exported);
    }

    @ParameterizedTest
    @MethodSource("exported")
    void a_package_for_users_is_null_marked(String exported) {
        var name = "/src/main/java/" + exported.replace('.', '/') + "/package-info.java";

        var sources = Repository.files("package-info.java").stream()
                .map(file -> Repository.ROOT.relativize(file).toString())
                .filter(file -> file.endsWith(name))
                .map(Repository::read)
                .toList();

        assertEquals(1, sources.size());
        assertTrue(sources.get(0).contains("@NullMarked\n"));
    }

    private static String signatures(String exported) {
        return Modules.EXPORTED.stream()
                .filter(type -> type.getPackageName().equals(exported))
                .map(ContractSnapshotTest::signatures)
                .collect(Collectors.joining("\n"));
    }

    private static String signatures(Class<?> type) {
        var supertypes = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        var members = Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(ContractSnapshotTest::isContract)
                .map(ContractSnapshotTest::signature)
                .sorted()
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining());
        return heading(type) + " : " + supertypes + "\n" + members;
    }

    /** Not {@code toGenericString()}: JDK 25 says "sealed" in it and JDK 17 does not. */
    private static String heading(Class<?> type) {
        var kind = type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
        var parameters = Arrays.stream(type.getTypeParameters())
                .map(TypeVariable::getName)
                .collect(Collectors.joining(", "));
        var modifiers = Modifier.toString(type.getModifiers() & ~Modifier.INTERFACE);
        return modifiers + (type.isSealed() ? " sealed " : " ") + kind + " " + type.getName()
                + (parameters.isEmpty() ? "" : "<" + parameters + ">");
    }

    private static boolean isContract(AccessibleObject object) {
        var member = (Member) object;
        return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0 && !member.isSynthetic();
    }

    private static String signature(AccessibleObject member) {
        if (member instanceof Field field) {
            return field.toGenericString();
        }
        return member instanceof Constructor<?> constructor
                ? constructor.toGenericString()
                : ((Method) member).toGenericString();
    }
}
