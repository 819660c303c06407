package io.github.pscsdk.example.imports.csv;

/**
 * How much of a file is read.
 *
 * @param mostBytes a longer file is refused
 * @param mostRows a file of more rows is refused
 * @param mostCharacters a cell of more makes its row unreadable; so does a row of ten times as many
 */
public record Bounds(long mostBytes, int mostRows, int mostCharacters) {
    /**
     * Some forty times the largest published file, and eight times its longest cell: more is something else. No text is
     * then longer than {@link io.github.pscsdk.example.declaration.json.DeclarationDocument} takes it back.
     */
    public static final Bounds DEFAULT = new Bounds(64L << 20, 100_000, 10_000);

    int mostCharactersOfARow() {
        return 10 * mostCharacters;
    }
}
