package io.github.pscsdk.testkit.chromium;

import org.openqa.selenium.Keys;

/** A key that types nothing. */
public enum Key {
    /** To the next thing. */
    TAB(Keys.TAB),
    /** Sends, presses, follows. */
    ENTER(Keys.ENTER),
    /** Presses and chooses. */
    SPACE(Keys.SPACE),
    /** To the choice before. */
    UP(Keys.ARROW_UP),
    /** To the next choice. */
    DOWN(Keys.ARROW_DOWN);

    private final Keys code;

    Key(Keys code) {
        this.code = code;
    }

    CharSequence code() {
        return code;
    }
}
