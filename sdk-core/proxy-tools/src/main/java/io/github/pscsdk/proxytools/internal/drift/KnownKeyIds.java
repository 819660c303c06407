package io.github.pscsdk.proxytools.internal.drift;

import io.github.pscsdk.commandline.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The key ids of the last run, in a file with one on each line. */
record KnownKeyIds(Path file, Screen screen) {

    /** None where there was no last run, or where its file cannot be read: that is said. */
    Set<String> ids() {
        if (!Files.exists(file)) {
            return Set.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            screen.say("drift.state.unreadable", file);
            return Set.of();
        }
    }

    void keep(Set<String> ids) {
        try {
            Files.writeString(file, String.join("\n", new TreeSet<>(ids)) + "\n");
        } catch (IOException e) {
            screen.say("drift.state.not.kept", file);
        }
    }
}
