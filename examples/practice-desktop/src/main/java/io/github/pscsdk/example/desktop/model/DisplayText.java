package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.diagnostic.Texts;

/** A text that a window shows in its language, which may change while it stands there. */
@FunctionalInterface
public interface DisplayText {
    String in(Texts texts);
}
