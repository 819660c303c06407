package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.commandline.LowerCase;

/** What a removed card does, as a word. */
final class RemovalWords extends LowerCase<CardRemoval> {
    RemovalWords() {
        super(CardRemoval.values());
    }
}
