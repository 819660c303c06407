package io.github.pscsdk.testkit.chromium;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class a browser of its own, which remembers nothing of the test before: test and lifecycle methods ask
 * for a {@link Browser} by a parameter. Its window opens when first asked for, and closes after the test. The programs behind it start once for all tests
 * of a JVM, in about a second. Of a test that failed, pictures of its tabs are left in {@code target/failures}.
 *
 * <p>Where Debian's packages {@code chromium} and {@code chromium-driver} are not installed, the tests of the class are
 * skipped, and standard error says so; where the environment says {@code CI=true} they fail.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ChromiumExtension.class)
public @interface InChromium {}
