package io.github.pscsdk.walks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.documents.Repository;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page for each vendor has the types that their kind of program uses; record with {@code mvn verify -Dupdate=true}. */
class VendorTypesTest {
    /** A public type of ours in an import, nested ones by the outer one. */
    private static final Pattern IMPORT =
            Pattern.compile("import (?:static )?(io\\.github\\.pscsdk(?:\\.[a-z]+)+\\.[A-Z]\\w*)");

    private static final Pattern NOT_FOR_VENDORS = Pattern.compile(".*\\.(?:example|internal|plugin|testkit)\\..*");
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString", "values", "valueOf");
    private static final int MOST_CONSTANTS = 8;

    /** The kinds of vendors, by the last part of their page's name. */
    private enum Vendor {
        DESKTOP(
                "desktop software",
                List.of("examples/quickstart-desktop/src/main", "examples/practice-desktop/src/main")),
        WEB("web software", List.of("examples/quickstart-web/src/main", "examples/practice-web/src/main")),
        PLUGIN(
                "a plug-in",
                List.of(
                        "plugins/archetype/src/main",
                        "examples/badge-authenticator/src/main",
                        "plugins/cps-reader/src/main",
                        "plugins/ecps-mobile/src/main"));

        private final String product;
        private final List<String> programs;

        Vendor(String product, List<String> programs) {
            this.product = product;
            this.programs = programs;
        }

        private SortedSet<String> types() {
            return Repository.files(".java").stream()
                    .filter(file ->
                            programs.stream().anyMatch(program -> file.startsWith(Repository.ROOT.resolve(program))))
                    .flatMap(file -> IMPORT.matcher(Repository.read(file.toString()))
                            .results()
                            .map(found -> found.group(1)))
                    .filter(type -> !NOT_FOR_VENDORS.matcher(type).matches())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_page_names_the_types_that_its_reader_touches(Vendor vendor) throws Exception {
        var types = vendor.types();
        var page = new StringBuilder(
                """
                # Types for %s

                The types of ours that [our own programs of this kind](%s) use, %d in all, with their methods. A test generates this page from the
                sources; do not edit it.
                """.formatted(vendor.product, "../" + vendor.programs.get(0).replace("/src/main", ""), types.size()));
        var sentences = Sentences.in(sources(types));
        var byPackage = types.stream()
                .collect(Collectors.groupingBy(VendorTypesTest::packageOf, TreeMap::new, Collectors.toList()));
        for (var home : byPackage.entrySet()) {
            page.append("\n`").append(home.getKey()).append("`\n\n| type | meaning | methods |\n|---|---|---|\n");
            for (var type : home.getValue()) {
                page.append("| `%s` | %s | %s |\n"
                        .formatted(
                                type.substring(home.getKey().length() + 1),
                                sentences.get(type),
                                members(Class.forName(type))));
            }
        }
        var file = "docs/types-" + vendor.name().toLowerCase(Locale.ROOT) + ".md";

        assertEquals(Repository.recorded(file, page.toString()), page.toString());
    }

    private static List<Path> sources(Collection<String> types) {
        var names = types.stream()
                .map(type -> "/src/main/java/" + type.replace('.', '/') + ".java")
                .toList();
        return Repository.files(".java").stream()
                .filter(file -> names.stream().anyMatch(file.toString()::endsWith))
                .toList();
    }

    private static String members(Class<?> type) {
        var constants = type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
                : List.<String>of();
        var named = constants.size() > MOST_CONSTANTS
                ? Stream.of("%d constants, all in [the list of problems](diagnostics.md)".formatted(constants.size()))
                : constants.stream().map("`%s`"::formatted);
        var methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !OF_EVERY_OBJECT.contains(method.getName()))
                .map(VendorTypesTest::signature)
                .sorted();
        return Stream.concat(named, methods).collect(Collectors.joining(", "));
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "`" + method.getName() + "(", ")`"));
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }
}
