package io.github.pscsdk.example.desktop.ui;

/**
 * A line of a box to choose from.
 *
 * @param value what is chosen
 * @param words for the person
 */
record Choice<T>(T value, String words) {
    @Override
    public String toString() {
        return words;
    }
}
