package io.github.pscsdk.example.declaration;

import java.util.Optional;

/**
 * Who declares.
 *
 * @param nationalId {@code 8} and the RPPS number, or {@code 0} and the ADELI number
 * @param rpps the 11-digit number, without the prefix
 * @param email where the form may write to; never public
 */
public record Declarant(Optional<String> nationalId, Optional<String> rpps, Optional<String> email) {
    @Override
    public String toString() {
        return "Declarant[…]";
    }
}
