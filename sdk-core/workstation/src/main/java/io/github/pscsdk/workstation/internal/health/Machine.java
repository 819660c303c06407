package io.github.pscsdk.workstation.internal.health;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the health check reads of the workstation itself.
 *
 * @param java the version of the runtime
 * @param environment an environment variable by its name; null where it is not set
 * @param windowsInternetSettings what {@code reg query} prints of these settings of the user; empty where this is not Windows; takes a moment
 */
record Machine(Runtime.Version java, UnaryOperator<String> environment, Supplier<String> windowsInternetSettings) {
    private static final String INTERNET_SETTINGS =
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final int LONGEST = 1 << 16;

    static Machine here() {
        return new Machine(Runtime.version(), System::getenv, Machine::readInternetSettings);
    }

    private static String readInternetSettings() {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            return "";
        }
        try {
            var query = new ProcessBuilder("reg", "query", INTERNET_SETTINGS)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var output = query.getInputStream()) {
                return new String(output.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
            }
        } catch (IOException e) {
            return "";
        }
    }
}
