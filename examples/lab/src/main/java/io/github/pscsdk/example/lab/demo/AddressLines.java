package io.github.pscsdk.example.lab.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Addresses as a person reads them: one a line, behind its name. */
final class AddressLines {
    private AddressLines() {}

    static List<String> of(Map<String, URI> addresses) {
        return addresses.entrySet().stream()
                .map(entry -> String.format("  %-10s %s", entry.getKey(), entry.getValue()))
                .toList();
    }
}
