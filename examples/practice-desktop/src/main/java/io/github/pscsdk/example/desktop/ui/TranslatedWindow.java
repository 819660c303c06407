package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;

/** A window that stays open while the language changes. */
interface TranslatedWindow {
    /** Says everything in that language from now on. */
    void speak(Texts texts);
}
