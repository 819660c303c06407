package io.github.pscsdk.example.desktop;

import io.github.pscsdk.example.desktop.lab.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file by which QA points the software at a simulator: all that distinguishes it from a release. */
final class Settings {
    static final Path PLUGINS = Path.of("target", "qa", "plugins").toAbsolutePath();

    private Settings() {}

    static Path forQa(Path folder, Lab lab, String means) throws IOException {
        return Files.writeString(folder.resolve("qa.properties"), """
            server = %s
            client.id = %s
            application.token = %s
            plugins = %s
            login.means = %s
            data = data
            """.formatted(
                        lab.proxy(), Lab.CLIENT, Lab.APPLICATION_TOKEN, PLUGINS, means));
    }
}
