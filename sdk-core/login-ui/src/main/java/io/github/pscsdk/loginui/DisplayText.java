package io.github.pscsdk.loginui;

import io.github.pscsdk.diagnostic.Texts;

/** A text that a panel shows in its language, which may change while it stands there. */
@FunctionalInterface
interface DisplayText {
    String in(Texts texts);
}
