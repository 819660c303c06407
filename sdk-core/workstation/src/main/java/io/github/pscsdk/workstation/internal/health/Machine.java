package io.github.pscsdk.workstation.internal.health;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the health check reads of the workstation itself.
 *
 * @param java the version of the runtime
 * @param environment an environment variable by its name; null where it is not set
 * @param windowsProxy reads the proxy settings of Windows; takes a moment
 */
record Machine(Runtime.Version java, UnaryOperator<String> environment, Supplier<WindowsProxySettings> windowsProxy) {

    static Machine here() {
        return new Machine(Runtime.version(), System::getenv, WindowsProxySettings::read);
    }
}
