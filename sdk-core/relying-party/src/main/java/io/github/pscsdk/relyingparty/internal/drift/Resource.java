package io.github.pscsdk.relyingparty.internal.drift;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the files that lie beside the classes of this package. */
final class Resource {
    private Resource() {}

    static byte[] bytes(String name) {
        try (var in = Resource.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
