package io.github.pscsdk.workstation.internal.doctor;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the health check reads of the workstation itself.
 *
 * @param java the version of the runtime
 * @param environment an environment variable by its name; null where it is not set
 * @param internetSettings reads what Windows notes of its proxy; takes a moment
 */
record Machine(Runtime.Version java, UnaryOperator<String> environment, Supplier<InternetSettings> internetSettings) {

    static Machine here() {
        return new Machine(Runtime.version(), System::getenv, InternetSettings::read);
    }
}
