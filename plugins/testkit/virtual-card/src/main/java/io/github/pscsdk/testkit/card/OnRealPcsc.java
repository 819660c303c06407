package io.github.pscsdk.testkit.card;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class on the real stack: javax.smartcardio, libpcsclite, and pcscd with vpcd, whose slots {@link
 * CardInHand#inVpcd} fills.
 *
 * <p>If pcscd or vpcd is missing, the class is skipped, or fails with {@code PSC_STACK=required} in the environment.
 * Needs root or a writable {@code /run/pcscd}, and a JVM for each class: the JDK keeps its PC/SC context for ever.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnRealPcscExtension.class)
public @interface OnRealPcsc {}
