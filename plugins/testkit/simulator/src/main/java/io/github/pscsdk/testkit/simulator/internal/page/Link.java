package io.github.pscsdk.testkit.simulator.internal.page;

import java.util.Map;

/**
 * A page in the navigation.
 *
 * @param path where it is
 * @param text the key of its short name
 */
public record Link(String path, String text) {
    Html markup(PageRequest request) {
        var current = Attribute.CURRENT.when(request.path().equals(path));
        return request.part(
                "navigation-link", Map.of("path", path, "text", request.texts().get(text), "current", current));
    }
}
