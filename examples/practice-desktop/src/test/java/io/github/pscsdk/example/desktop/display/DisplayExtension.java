package io.github.pscsdk.example.desktop.display;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is behind {@link OnDisplay}. Holds no state of its own. */
final class DisplayExtension implements BeforeAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(DisplayExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        var program = Xvfb.installed();
        if (program.isEmpty()) {
            var message = "NOT TRIED ON A DISPLAY: this needs Debian's xvfb"
                    + " (apt-get install --no-install-recommends xvfb)";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            System.err.println(message);
            abort(message);
        }
        context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Xvfb.class, type -> Xvfb.start(program.get()), Xvfb.class);
    }
}
