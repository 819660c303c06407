package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;

/**
 * A state, for a reader.
 *
 * @param word in their language
 * @param look of the tag
 */
public record StateTag(String word, String look) {
    static StateTag of(State state, Language language) {
        var look = switch (state) {
            case DRAFT, VALIDATED -> "written";
            case HANDED_OVER -> "public";
            case TO_CHECK -> "doubtful";
            case WITHDRAWN -> "over";
        };
        return new StateTag(state.term().in(language), look);
    }
}
