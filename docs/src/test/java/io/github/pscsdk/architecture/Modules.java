package io.github.pscsdk.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** All that the project ships, as built: the jars of every module. */
public final class Modules {
    static final String API = "io.github.pscsdk.api";
    static final String SPI = "io.github.pscsdk.spi";
    static final String DIAGNOSTIC = "io.github.pscsdk.diagnostic";
    static final String WORKSTATION = "io.github.pscsdk.workstation";
    static final String RELYING_PARTY = "io.github.pscsdk.relyingparty";
    static final String RELYING_PARTY_WEB = "io.github.pscsdk.relyingparty.web";
    static final String SESSION_STORE = "io.github.pscsdk.sessionstore";
    static final String LOGIN_UI = "io.github.pscsdk.loginui";
    static final String GUIDE = "io.github.pscsdk.guide";
    static final String SUPPORT = "io.github.pscsdk.support";

    /** The classes of those jars. */
    public static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/docs/target/") && !location.contains("test-support"))
            .importPackages("io.github.pscsdk");

    /** Programs, devices, examples and measurements: nobody compiles against them. */
    private static final Pattern NO_LIBRARY = Pattern.compile(
            "io\\.github\\.pscsdk\\.(example|plugin|benchmark|interop|testkit\\.chromium)(\\..*)?|.*\\.internal(\\..*)?");

    /** The public API: every type that is visible outside of its package, in packages that are not internal; by name. */
    static final List<Class<?>> EXPORTED = SHIPPED.stream()
            .filter(type -> !NO_LIBRARY.matcher(type.getPackageName()).matches())
            .<Class<?>>map(JavaClass::reflect)
            .filter(Modules::isVisible)
            .sorted(Comparator.comparing(Class::getName))
            .toList();

    private Modules() {}

    private static boolean isVisible(Class<?> type) {
        return (type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }
}
