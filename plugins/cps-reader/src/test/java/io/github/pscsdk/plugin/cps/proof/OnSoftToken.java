package io.github.pscsdk.plugin.cps.proof;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Skips loudly where SoftHSM is missing, and fails where the environment has {@code PSC_STACK=required}. */
final class OnSoftToken implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var missing = String.join(", ", SoftToken.missing());
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("a token can be made");
        }
        if ("required".equals(System.getenv("PSC_STACK"))) {
            throw new IllegalStateException("a token is required here, and this machine lacks " + missing);
        }
        LoggerFactory.getLogger(OnSoftToken.class).warn("SKIPPED {}: needs {}", context.getDisplayName(), missing);
        return ConditionEvaluationResult.disabled("needs " + missing);
    }
}
