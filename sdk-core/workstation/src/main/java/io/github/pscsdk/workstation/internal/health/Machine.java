package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.JAVA_UNSAFE;
import static io.github.pscsdk.diagnostic.WorkstationProblem.RUNTIME_MODULE_MISSING;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.internal.http.SafeText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The workstation as the health check reads it; {@code environment} answers null where a variable is not set. */
public record Machine(
        Runtime.Version java, UnaryOperator<String> environment, Supplier<String> windowsInternetSettings) {
    private static final String INTERNET_SETTINGS =
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final int LONGEST = 1 << 16;

    public static Machine here() {
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

    // ---- Java -----------------------------------------------------------------------------------------------------

    /**
     * Modules of the JDK that the engine needs, and that a runtime made by jlink or jpackage can lack; and a fault of
     * Java itself.
     */
    List<Diagnostic> findingsOfRuntime() {
        var findings = new ArrayList<Diagnostic>();
        // OkHttp and Okio do not load without it.
        if (!hasModule("java.logging")) {
            findings.add(missing("java.logging", Severity.BLOCKING));
        }
        // Nearly every TLS server needs elliptic curves. Part of java.base since JDK 22, hence the test for what it
        // provides.
        if (!Security.getAlgorithms("KeyAgreement").contains("ECDH")) {
            findings.add(missing("jdk.crypto.ec", Severity.BLOCKING));
        }
        // Opens the system browser, unless the host has a way of its own.
        if (!hasModule("java.desktop")) {
            findings.add(missing("java.desktop", Severity.WARNING));
        }
        // Reads the authorities that Windows trusts, such as that of a clinic.
        if (System.getProperty("os.name", "").startsWith("Windows") && !hasModule("jdk.crypto.mscapi")) {
            findings.add(missing("jdk.crypto.mscapi", Severity.WARNING));
        }
        if (acceptsForgedSignatures()) {
            var facts = Map.of("java", SafeText.text(java.toString()));
            findings.add(Diagnostic.of(JAVA_UNSAFE, Severity.WARNING).with(facts));
        }
        return findings;
    }

    private static boolean hasModule(String name) {
        return ModuleLayer.boot().findModule(name).isPresent();
    }

    /** @param module as {@code --add-modules} wants it */
    private static Diagnostic missing(String module, Severity severity) {
        return Diagnostic.of(RUNTIME_MODULE_MISSING, severity).with("module", module);
    }

    /**
     * CVE-2022-21449: ECDSA signatures of zeros, with which anybody can pass for any server; mended in 17.0.3 and
     * 18.0.1.
     */
    private boolean acceptsForgedSignatures() {
        return java.feature() == 17 && java.update() < 3 || java.feature() == 18 && java.update() < 1;
    }

    // ---- the proxy of the system ----------------------------------------------------------------------------------

    /** The proxy as {@code host:port}, as {@code HTTPS_PROXY} and {@code NO_PROXY}, or Windows, name it. */
    Optional<String> proxyFor(String host) {
        var windows = windowsInternetSettings.get();
        var exceptions = Stream.of(variable("no_proxy"), windowsValue(windows, "ProxyOverride"))
                .flatMap(Optional::stream)
                .flatMap(list -> Arrays.stream(list.split("[,;\\s]+")));
        if (exceptions.anyMatch(rule -> covers(rule, host))) {
            return Optional.empty();
        }
        return variable("https_proxy")
                .or(() -> variable("all_proxy"))
                .or(() -> windowsValue(windows, "ProxyEnable")
                        .filter(on -> on.equals("0x1"))
                        .flatMap(on -> windowsValue(windows, "ProxyServer"))
                        .flatMap(Machine::ofHttps))
                // The script that chooses the proxy.
                .or(() -> windowsValue(windows, "AutoConfigURL"))
                .flatMap(Machine::hostAndPort);
    }

    /** Whether an exception is for the host: by its name, or by that of a domain above it. */
    private static boolean covers(String exception, String host) {
        var name = exception.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "");
        return name.equals("*") || !name.isEmpty() && ("." + host.toLowerCase(Locale.ROOT)).endsWith("." + name);
    }

    private Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(environment)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    private static Optional<String> hostAndPort(String value) {
        try {
            var uri = URI.create(value.contains("://") ? value : "http://" + value);
            return Optional.ofNullable(uri.getHost())
                    .map(host -> uri.getPort() < 0 ? host : host + ":" + uri.getPort());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One proxy for all protocols, or {@code http=one:80;https=other:80}. */
    private static Optional<String> ofHttps(String servers) {
        return Arrays.stream(servers.split(";"))
                .filter(server -> !servers.contains("=")
                        || server.toLowerCase(Locale.ROOT).startsWith("https="))
                .map(server -> server.substring(server.indexOf('=') + 1))
                .findFirst();
    }

    private static Optional<String> windowsValue(String settings, String name) {
        return Pattern.compile("^\\s+" + name + "\\s+REG_\\w+\\s+(\\S.*?)\\s*$", Pattern.MULTILINE)
                .matcher(settings)
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }
}
