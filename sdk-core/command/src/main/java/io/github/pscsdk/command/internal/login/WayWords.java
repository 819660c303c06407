package io.github.pscsdk.example.console.login;

import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.example.console.option.LowerCase;

/** A way in, as a word. */
final class WayWords extends LowerCase<WayIn> {
    WayWords() {
        super(WayIn.values());
    }
}
