package io.github.pscsdk.testkit.card;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class on the real stack: javax.smartcardio, libpcsclite, pcscd and vpcd. A {@link PcscDaemon} of its own is started
 * before the first test and ended after the last; test methods and the constructor may take it as a parameter.
 *
 * <p>Where pcscd or vpcd is missing the class is skipped and its reason says what to install, unless the environment has {@code
 * PSC_STACK=required}: then it fails. Needs root or a writable {@code /run/pcscd}. One such class for each JVM, since the JDK
 * keeps its PC/SC context for ever.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnRealPcscExtension.class)
public @interface OnRealPcsc {}
