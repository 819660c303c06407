package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the settings in two sentences, in place of a stack trace. */
final class PscSettingsFailureAnalyzer extends AbstractFailureAnalyzer<SettingsException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, SettingsException cause) {
        return new FailureAnalysis(
                "The settings of Pro Santé Connect cannot be used: " + cause.getMessage() + ".",
                "Correct it in the application's configuration, such as application.yaml.",
                cause);
    }
}
