package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.commandline.LowerCase;

/** A way in, as a word. */
final class WayWords extends LowerCase<WayIn> {
    WayWords() {
        super(WayIn.values());
    }
}
