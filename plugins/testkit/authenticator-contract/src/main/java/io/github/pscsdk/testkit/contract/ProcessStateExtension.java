package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.pluginverification.internal.ProcessState;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Remembers the process as it was before any promise of a class was asked for: what is changed once is changed for
 * good.
 */
final class ProcessStateExtension implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace OWN =
            ExtensionContext.Namespace.create(ProcessStateExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) throws ClassNotFoundException {
        // The setup of the test class's fields is not the authenticator's.
        var test = context.getRequiredTestClass();
        Class.forName(test.getName(), true, test.getClassLoader());
        context.getStore(OWN).put(ProcessState.class, ProcessState.now());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ProcessState.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(
                context.getStore(OWN).get(ProcessState.class, ProcessState.class), "process state");
    }
}
