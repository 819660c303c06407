package io.github.pscsdk.api.professional;

import java.util.Optional;

/**
 * The legal body or practice behind a workplace. Identifiers are kept as received: a FINESS may hold a letter.
 *
 * @param siret {@code numeroSiretSite}
 * @param siren {@code numeroSirenSite}
 * @param finess {@code numeroFinessSite}
 * @param legalEntityFiness {@code numeroFinessetablissementJuridique}
 * @param technicalId {@code identifiantTechniqueDeLaStructure}: the directory's key
 * @param formerId {@code ancienIdentifiantDeLaStructure}
 * @param legalName {@code raisonSocialeSite}
 * @param tradeName {@code enseigneCommercialeSite}
 */
public record Structure(
        Optional<String> siret,
        Optional<String> siren,
        Optional<String> finess,
        Optional<String> legalEntityFiness,
        Optional<String> technicalId,
        Optional<String> formerId,
        Optional<String> legalName,
        Optional<String> tradeName) {

    @Override
    public String toString() {
        return "Structure[finess=" + finess.isPresent() + ", siret=" + siret.isPresent() + "]";
    }
}
