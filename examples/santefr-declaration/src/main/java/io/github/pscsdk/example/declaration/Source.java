package io.github.pscsdk.example.declaration;

import java.util.Optional;

/**
 * Where a declaration was copied from.
 *
 * @param system a published file, such as {@code centres-vaccination}
 * @param id the row's key there
 */
public record Source(Optional<String> system, Optional<String> id) {}
