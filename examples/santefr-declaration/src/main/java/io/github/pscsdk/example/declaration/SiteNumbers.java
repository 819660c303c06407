package io.github.pscsdk.example.declaration;

import java.util.Optional;

/**
 * The numbers of a site and of the body it belongs to. Members of {@code place} in JSON.
 *
 * @param finess of the site; practices have none
 * @param legalFiness FINESS number of the legal entity
 * @param siren nine digits
 * @param siret fourteen digits
 */
public record SiteNumbers(
        Optional<String> finess, Optional<String> legalFiness, Optional<String> siren, Optional<String> siret) {
    /** No number. */
    public static final SiteNumbers NONE =
            new SiteNumbers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A SIRET can be that of a person. */
    @Override
    public String toString() {
        return "SiteNumbers[…]";
    }
}
