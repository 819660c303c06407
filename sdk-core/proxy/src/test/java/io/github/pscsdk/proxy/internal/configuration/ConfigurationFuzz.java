package io.github.pscsdk.proxy.internal.configuration;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import io.github.pscsdk.testkit.support.AnyInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFuzz {
    @TempDir
    private static Path folder;

    @FuzzTest
    void any_configuration_is_taken_or_its_faults_are_told(byte[] json) throws Exception {
        var file = Files.write(folder.resolve("proxy.json"), json);

        AnyInput.read(() -> ConfigurationReader.read(file, Map.of()), SettingsException.class);
    }
}
