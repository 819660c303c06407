package io.github.pscsdk.example.console.login;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.example.console.option.LowerCase;

/** A means, as a word. */
final class MeansWords extends LowerCase<Means> {
    MeansWords() {
        super(Means.values());
    }
}
