package io.github.pscsdk.example.desktop.display;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a display that nobody looks at: Debian's {@code Xvfb}, on a number that is free, for as long as
 * the JVM lives, since AWT connects once.
 *
 * <p>Where the package {@code xvfb} is not installed, the tests of the class are skipped, and standard error says so; where
 * the environment says {@code CI=true} they fail.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(DisplayExtension.class)
public @interface OnDisplay {}
