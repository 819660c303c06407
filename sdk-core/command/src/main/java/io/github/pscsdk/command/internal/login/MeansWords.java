package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.commandline.LowerCase;

/** A means, as a word. */
final class MeansWords extends LowerCase<Means> {
    MeansWords() {
        super(Means.values());
    }
}
