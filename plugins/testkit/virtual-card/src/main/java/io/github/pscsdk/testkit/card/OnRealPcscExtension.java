package io.github.pscsdk.testkit.card;

import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.LoggerFactory;

/** The JUnit extension behind {@link OnRealPcsc}, for JUnit 5.10 to 6. */
final class OnRealPcscExtension implements ExecutionCondition, BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(OnRealPcscExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent() || context.getStore(NAMESPACE).get(PcscDaemon.class) != null) {
            return ConditionEvaluationResult.enabled("its class was asked");
        }
        return decide(context.getDisplayName(), "required".equals(System.getenv("PSC_STACK")));
    }

    private static ConditionEvaluationResult decide(String name, boolean isRequired) {
        var missing = String.join(", ", PcscDaemon.missing());
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("pcscd can be started");
        }
        if (isRequired) {
            throw new IllegalStateException("the PC/SC stack is required here, and lacks " + missing);
        }
        LoggerFactory.getLogger(OnRealPcsc.class).warn("SKIPPED {}: needs {}", name, missing);
        return ConditionEvaluationResult.disabled("needs " + missing);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var store = context.getStore(NAMESPACE);
        // A nested class finds the one of the class around it.
        if (store.get(PcscDaemon.class) == null) {
            store.put(PcscDaemon.class, PcscDaemon.start());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // Only JUnit 5.13 and later would close it, and what is removed is closed here alone.
        var own = context.getStore(NAMESPACE).remove(PcscDaemon.class, PcscDaemon.class);
        if (own != null) {
            own.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PcscDaemon.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(NAMESPACE).get(PcscDaemon.class, PcscDaemon.class), "daemon");
    }
}
