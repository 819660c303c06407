package io.github.pscsdk.testkit.simulator.internal.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files beside this class, each read once. */
final class Resource {
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private Resource() {}

    static String text(String name) {
        return READ.computeIfAbsent(name, Resource::read);
    }

    private static String read(String name) {
        try (var in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
