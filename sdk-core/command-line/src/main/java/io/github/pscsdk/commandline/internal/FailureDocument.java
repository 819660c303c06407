package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import java.util.stream.Collectors;

/** A failure as another program reads it: one line of JSON, in ASCII whatever the encoding of the terminal is. */
final class FailureDocument {
    private FailureDocument() {}

    static String of(PscException failure, Language language) {
        var problem = failure.problem();
        var remedy = problem.remedy(language.locale());
        var steps = remedy.steps().stream().map(FailureDocument::quoted).collect(Collectors.joining(", "));
        return "{\"error\": {\"code\": %s, \"party\": %s, \"remedy\": {\"title\": %s, \"steps\": [%s]}, \"detail\": %s}}"
                .formatted(
                        quoted(problem.code()),
                        quoted(problem.party().name()),
                        quoted(remedy.title()),
                        steps,
                        quoted(failure.getMessage()));
    }

    /** A string of JSON. */
    static String quoted(String text) {
        return text.chars()
                .mapToObj(c ->
                        c < ' ' || c > '~' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : String.valueOf((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
