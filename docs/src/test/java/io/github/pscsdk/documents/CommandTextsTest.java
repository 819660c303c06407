package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.command.Psc;
import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.lab.PscLab;
import io.github.pscsdk.proxytools.ProxyMain;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A command that says something has the words for it. */
class CommandTextsTest {
    private static final Pattern SAID =
            Pattern.compile("\\b(?:say|ask|texts\\.get|wrong)\\(\\s*\"([a-z]+(?:\\.[a-z]+)+)\"");

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("sdk-core/command/.*", Psc.class),
                Arguments.of("examples/lab/.*", PscLab.class),
                Arguments.of("sdk-core/proxy-tools/src/main/java/io/github/pscsdk/proxytools/[^/]+", ProxyMain.class));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_key_that_it_names_is_there(String files, Class<?> command) {
        var texts = CommandTexts.of(command, Language.FRENCH);
        var keys = Repository.files(".java").stream()
                .map(file -> Repository.ROOT.relativize(file).toString())
                .filter(file -> file.matches(files) && file.contains("/src/main/"))
                .flatMap(file -> SAID.matcher(Repository.read(file)).results())
                .map(match -> match.group(1))
                .toList();

        assertTrue(keys.size() > 3, () -> "only " + keys);
        assertEquals(
                List.of(),
                keys.stream().filter(key -> texts.find(key).isEmpty()).toList());
    }
}
