package io.github.pscsdk.example.console.login;

import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.example.console.option.LowerCase;

/** What a removed card does, as a word. */
final class RemovalWords extends LowerCase<CardRemoval> {
    RemovalWords() {
        super(CardRemoval.values());
    }
}
