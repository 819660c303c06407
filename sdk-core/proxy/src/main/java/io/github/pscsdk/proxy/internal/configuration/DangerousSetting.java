package io.github.pscsdk.proxy.internal.configuration;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.proxy.internal.json.ConfigurationFile;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A combination of settings that is refused unless {@code dangerously} names it. */
enum DangerousSetting {
    /** Anybody may log in as a real professional, and read all traces. */
    CONFORMITY_MODE_IN_PRODUCTION,
    /** Real professionals log in where the file seems to speak of a test. */
    CUSTOM_AT_PRODUCTION,
    /** Every workstation of an installation may read all traces. */
    OPERATOR_TOKEN_IN_INSTALLATION;

    static void refuse(ConfigurationFile file, Optional<PscEnvironment> environment, SettingsReader settings) {
        for (var i = 0; i < file.dangerously().size(); i++) {
            if (Arrays.stream(values())
                    .map(DangerousSetting::written)
                    .noneMatch(file.dangerously().get(i)::equals)) {
                settings.fault(
                        "dangerously[" + i + "]",
                        "dangerously",
                        Arrays.stream(values()).map(DangerousSetting::written).collect(Collectors.joining(", ")));
            }
        }
        var isProduction = environment
                .map(PscEnvironment::kind)
                .filter(Environment.PRODUCTION::equals)
                .isPresent();
        if (isProduction && file.conformityMode()) {
            CONFORMITY_MODE_IN_PRODUCTION.refuse(file, settings, "conformityMode", "");
        }
        if (isProduction && file.environment().name().equals(Optional.of("custom"))) {
            CUSTOM_AT_PRODUCTION.refuse(file, settings, "environment.name", "");
        }
        var applications = file.applications();
        for (var i = 0; i < applications.size(); i++) {
            for (var j = 0; j < i; j++) {
                var one = applications.get(i);
                var other = applications.get(j);
                if (one.operator() != other.operator()
                        && one.sha256() != null
                        && !one.sha256().isBlank()
                        && one.sha256().equalsIgnoreCase(other.sha256())) {
                    OPERATOR_TOKEN_IN_INSTALLATION.refuse(
                            file, settings, "applications[" + i + "].sha256", "applications[" + j + "]");
                }
            }
        }
    }

    private void refuse(ConfigurationFile file, SettingsReader settings, String key, String other) {
        if (!file.dangerously().contains(written())) {
            settings.fault(key, written(), "\"dangerously\": [\"" + written() + "\"]", other);
        }
    }

    private String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
