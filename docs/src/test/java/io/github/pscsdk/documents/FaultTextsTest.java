package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences of faults in a configuration, against the code that notes these faults. */
class FaultTextsTest {
    private static final String READER =
            "sdk-core/relying-party/src/main/%s/io/github/pscsdk/relyingparty/internal/settings/";
    private static final String PROXY = "sdk-core/proxy/src/main/%s/io/github/pscsdk/proxy/internal/";
    private static final String SENTENCE = "(?:[^,;\"]+\\? )?\"([a-z0-9.]+)\"(?: : \"([a-z0-9.]+)\")?";

    /** A key, and after it the sentence; a place in a text comes before both. */
    private static final Pattern NOTED = Pattern.compile(
            "\\b(?:(?:fault|value|unreadable)\\([^,;]+,|(?:mistake|add)\\([^,;]+,[^,;]+,)\\s*" + SENTENCE);

    private static final Pattern QUOTED = Pattern.compile("\"([a-z0-9._]+)\"");

    @Test
    void every_fault_has_its_sentence() throws Exception {
        var noted = NOTED.matcher(code())
                .results()
                .flatMap(call -> Stream.of(call.group(1), call.group(2)))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(noted.size() > 40, noted::toString);
        noted.removeAll(sentences());
        assertEquals(Set.of(), noted);
    }

    @Test
    void every_sentence_has_its_fault() throws Exception {
        var unused = sentences();

        QUOTED.matcher(code()).results().map(literal -> literal.group(1)).forEach(unused::remove);

        assertEquals(Set.of(), unused);
    }

    private static String code() {
        return Stream.of(READER, PROXY + "json/", PROXY + "configuration/")
                .flatMap(folder -> Repository.files(".java").stream()
                        .filter(file -> file.startsWith(Repository.ROOT.resolve(folder.formatted("java")))))
                .map(file -> Repository.read(file.toString()))
                .collect(Collectors.joining());
    }

    private static Set<String> sentences() throws IOException {
        var keys = new TreeSet<String>();
        for (var folder : List.of(READER, PROXY + "json/")) {
            var texts = new Properties();
            texts.load(new StringReader(Repository.read(folder.formatted("resources") + "faults_en.properties")));
            keys.addAll(texts.stringPropertyNames());
        }
        return keys;
    }
}
