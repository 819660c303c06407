package io.github.pscsdk.plugin.cps.internal.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Programs known to take cards for themselves, {@code programs.txt}, as far as the system shows which of them run. */
final class CardPrograms {
    private CardPrograms() {}

    static List<String> running() {
        return among(ProcessHandle.allProcesses()
                .map(process -> process.info().command())
                .flatMap(Optional::stream)
                .toList());
    }

    static List<String> among(List<String> commands) {
        var known = known();
        return commands.stream()
                .map(CardPrograms::name)
                .filter(name -> known.contains(name.toLowerCase(Locale.ROOT)))
                .distinct()
                .sorted()
                .toList();
    }

    private static String name(String command) {
        return command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
    }

    private static Set<String> known() {
        try (var in = CardPrograms.class.getResourceAsStream("programs.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the programs of this archive", e);
        }
    }
}
