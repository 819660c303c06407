package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.diagnostic.Texts;

/** Words that a window shows in its language, which may change while they stand there. */
@FunctionalInterface
public interface Words {
    String in(Texts texts);
}
