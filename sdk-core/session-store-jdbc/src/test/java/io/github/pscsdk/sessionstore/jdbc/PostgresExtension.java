package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is behind {@link OnPostgres}. Holds no state of its own. */
final class PostgresExtension implements BeforeAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(PostgresExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!PostgresServer.isForThisSystem()) {
            var message = "NOT TRIED ON POSTGRESQL: the server for tests is for Linux on amd64";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            System.err.println(message);
            abort(message);
        }
        context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(PostgresServer.class, type -> PostgresServer.share(), PostgresServer.class);
    }
}
