package io.github.pscsdk.testkit.card;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class on the real stack: javax.smartcardio, libpcsclite, pcscd and vpcd. A {@link PcscDaemon} is
 * started before the first test and ended after the last; test methods and the constructor may take it as a
 * parameter.
 *
 * <p>If pcscd or vpcd is missing, the class is skipped, and the reason says what to install. With
 * {@code PSC_STACK=required} in the environment it fails instead. Needs root or a writable {@code /run/pcscd}. Run
 * one such class for each JVM, because the JDK keeps its PC/SC context for ever.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnRealPcscExtension.class)
public @interface OnRealPcsc {}
