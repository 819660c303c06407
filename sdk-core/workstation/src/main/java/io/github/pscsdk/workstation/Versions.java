package io.github.pscsdk.workstation;

import io.github.pscsdk.spi.ContractVersion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The versions of Java, of the system, of the contract and of whatever software is added. */
final class Versions {
    private static final List<String> PROPERTIES = List.of(
            "java.version",
            "java.vendor",
            "java.vm.name",
            "os.name",
            "os.version",
            "os.arch",
            "file.encoding",
            "user.language");

    private final Map<String, String> versions;

    private Versions(Map<String, String> versions) {
        this.versions = Collections.unmodifiableMap(versions);
    }

    static Versions ofThisProcess() {
        var versions = new LinkedHashMap<String, String>();
        versions.put("psc-sdk contract", ContractVersion.current());
        PROPERTIES.forEach(name -> versions.put(name, System.getProperty(name, "unknown")));
        return new Versions(versions);
    }

    /** A copy with one more entry. */
    Versions with(String name, String version) {
        var more = new LinkedHashMap<>(versions);
        more.put(name, version);
        return new Versions(more);
    }

    /** One {@code name: version} each. */
    List<String> lines() {
        return versions.entrySet().stream()
                .map(version -> version.getKey() + ": " + version.getValue())
                .toList();
    }
}
