package io.github.pscsdk.example.declaration.csv;

/**
 * How much of a file is read.
 *
 * @param mostBytes a longer file is refused
 * @param mostRows a file of more rows is refused
 * @param mostCharacters a line, or a cell, of more makes its row unreadable
 */
public record Bounds(long mostBytes, int mostRows, int mostCharacters) {
    /** Some forty times the largest published file, and sixty times its longest cell: more is something else. */
    public static final Bounds DEFAULT = new Bounds(64L << 20, 100_000, 1 << 17);

    /** Checks. */
    public Bounds {
        if (mostBytes < 1 || mostRows < 1 || mostCharacters < 1) {
            throw new IllegalArgumentException("a bound lets something through");
        }
    }
}
