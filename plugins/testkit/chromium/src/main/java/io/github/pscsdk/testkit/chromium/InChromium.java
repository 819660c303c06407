package io.github.pscsdk.testkit.chromium;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class a fresh browser: methods ask for a {@link Browser} by a parameter. The programs behind it
 * start once in a JVM. Of a test that failed, pictures of its tabs are left in {@code target/failures}.
 *
 * <p>Without Debian's packages {@code chromium} and {@code chromium-driver} the tests are skipped, and standard error
 * says so; where the environment says {@code CI=true} they fail.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ChromiumExtension.class)
public @interface InChromium {}
