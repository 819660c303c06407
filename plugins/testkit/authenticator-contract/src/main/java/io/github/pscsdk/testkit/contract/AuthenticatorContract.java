package io.github.pscsdk.testkit.contract;

/**
 * The promises of every authenticator, checked through the guards with which the engine calls plug-ins. Implement it in
 * a test class of the plug-in whose name ends in {@code Test}, as Surefire wants it; each promise becomes a test. Needs
 * JUnit Jupiter on the class path, and Logback as the binding of SLF4J.
 */
public interface AuthenticatorContract
        extends LifecycleContract,
                DeviceContract,
                LoginContract,
                RepeatedLoginContract,
                ContextContract,
                MessageContract {}
