package io.github.pscsdk.testkit.chromium;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The JUnit extension behind {@link InChromium}. Holds no state of its own. */
final class ChromiumExtension implements BeforeAllCallback, ParameterResolver, AfterTestExecutionCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ChromiumExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Programs.installed().demand("true".equals(System.getenv("CI")), System.err::println);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Browser.class)
                && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return store(context).computeIfAbsent(Browser.class, type -> new Browser(running(context)), Browser.class);
    }

    /** JUnit closes the browser itself, with the store. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        var started = Optional.ofNullable(store(context).get(Browser.class, Browser.class));
        if (context.getExecutionException().isPresent()) {
            var test = context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName();
            started.ifPresent(browser -> browser.depict(test));
        }
    }

    /** The programs that all tests of this JVM share; started again where they have ended. */
    private static Session running(ExtensionContext context) {
        var shared = context.getRoot().getStore(NAMESPACE);
        var session = shared.get(Session.class, Session.class);
        if (session != null && !session.isAlive()) {
            shared.remove(Session.class);
            session.close();
        }
        return shared.computeIfAbsent(Session.class, type -> new Session(Programs.installed()), Session.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
