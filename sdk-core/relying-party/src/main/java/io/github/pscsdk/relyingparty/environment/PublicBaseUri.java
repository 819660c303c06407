package io.github.pscsdk.relyingparty.environment;

import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import java.net.URI;

/** How browsers reach an application: scheme and host, perhaps with a port; https, or http on a loopback address. */
public record PublicBaseUri(URI value) {
    /** @throws IllegalArgumentException if there is more, but for a slash at the end, which is dropped */
    public PublicBaseUri {
        SecureUri.require(value, "it");
        // A path would need cookies of that path, which the prefix __Host- rules out.
        if (!value.getRawPath().isEmpty() && !value.getRawPath().equals("/") || value.getRawQuery() != null) {
            throw new IllegalArgumentException("it is a scheme and a host, such as https://practice.example");
        }
        value = URI.create(value.getScheme() + "://" + value.getRawAuthority());
    }

    /** The address of a page, by its path from the first slash on. */
    public URI at(String path) {
        return value.resolve(path);
    }

    /** Whether cookies are for https alone. */
    public boolean usesHttps() {
        return "https".equals(value.getScheme());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
