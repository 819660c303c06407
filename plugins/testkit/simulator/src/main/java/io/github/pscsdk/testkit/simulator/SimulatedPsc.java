package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.time.VirtualClock;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a simulator with one client and a clock that stands still: a parameter {@link
 * PscSimulator} or its {@link VirtualClock}. Started when first asked for, closed after the
 * test.
 *
 * <p>For JUnit 5.10 to 6. Before JUnit 5.12 a constructor needs {@link #perClass}. Other settings: {@link
 * PscSimulatorExtension#with}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(PscSimulatorExtension.class)
public @interface SimulatedPsc {
    /** The default of {@link #clientId}. */
    String CLIENT_ID = "editeur-test";

    /** The default of {@link #clientSecret}. */
    String CLIENT_SECRET = "secret-of-editeur-test";

    /** One simulator for all tests of the class, nested ones included, instead of one for each. */
    boolean perClass() default false;

    /** Whether it serves TLS. */
    boolean https() default false;

    /** The {@code client_id}. */
    String clientId() default CLIENT_ID;

    /** The client's secret. */
    String clientSecret() default CLIENT_SECRET;

    /** A class path resource such as {@code refusal.yaml} beside the class, or of {@link Scenario#SCENES}; or none. */
    String scenario() default "";

    /** Where a login may return to. */
    String[] redirectUris() default {};

    /** Where a logout may return to. */
    String[] postLogoutUris() default {};
}
