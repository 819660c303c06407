package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;
import java.util.function.Predicate;

/** How a published file is laid out. */
interface Layout {
    /** The columns that a header lacks to be of this layout; none if it is. */
    List<String> lacking(Predicate<String> hasColumn);

    /** The declaration of a row, every value as it stands; never fails, whatever the cells hold. */
    Declaration declaration(SourceCells cells, Declarant declarant, List<Finding> remarks);
}
