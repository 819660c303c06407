package io.github.pscsdk.example.lab.declaration;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.csv.Row;
import java.util.List;

/** Rows in the order of their file, read as they are asked for. For one thread. */
@FunctionalInterface
public interface Rows {
    /** The next ones; none behind the last. */
    List<Row> next(int most) throws PscException;
}
