package io.github.pscsdk.benchmark.login;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;

/** By hand with OkHttp, Jackson's data binding, and Nimbus, each kept as long as it may be. */
final class DatabindLogin extends HandMadeLogin {
    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final RSASSAVerifier verifier;

    DatabindLogin(PreparedLogins logins) {
        super(logins);
        verifier = new RSASSAVerifier(logins.signer.publicKey());
    }

    private record TokenDocument(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("id_token") String idToken) {}

    private record UserInfoDocument(
            String sub,
            @JsonProperty("SubjectNameID") String nationalId,
            @JsonProperty("family_name") String familyName,
            @JsonProperty("given_name") String givenName,
            List<OtherId> otherIds,
            @JsonProperty("SubjectRefPro") Reference reference) {}

    private record OtherId(String identifiant, String origine) {}

    private record Reference(String codeCivilite, List<Practice> exercices) {}

    private record Practice(
            String codeProfession,
            String codeCategorieProfessionnelle,
            String codeCiviliteDexercice,
            String nomDexercice,
            String prenomDexercice,
            String codeTypeSavoirFaire,
            String codeSavoirFaire,
            List<Activity> activities) {}

    private record Activity(
            String codeModeExercice,
            String codeSecteurDactivite,
            String codeSectionPharmacien,
            String codeRole,
            String codeGenreActivite,
            String numeroSiretSite,
            String numeroSirenSite,
            String numeroFinessSite,
            String numeroFinessetablissementJuridique,
            String identifiantTechniqueDeLaStructure,
            String ancienIdentifiantDeLaStructure,
            String raisonSocialeSite,
            String enseigneCommercialeSite,
            String complementDestinataire,
            String complementPointGeographique,
            String numeroVoie,
            String indiceRepetitionVoie,
            String codeTypeDeVoie,
            String libelleVoie,
            String mentionDistribution,
            String bureauCedex,
            String codePostal,
            String codeCommune,
            String codeDepartement,
            String codePays,
            String telephone,
            String telephone2,
            String telecopie,
            String adresseEMail,
            String autoriteDenregistrement) {}

    @Override
    Tokens tokens(byte[] json) throws Exception {
        var document = mapper.readValue(json, TokenDocument.class);
        return new Tokens(document.accessToken(), document.idToken());
    }

    @Override
    Claims verified(String idToken) throws Exception {
        var token = SignedJWT.parse(idToken);
        if (!token.verify(verifier)) {
            throw new IllegalStateException("a signature is wrong");
        }
        var claims = token.getJWTClaimsSet();
        return new Claims(
                claims.getIssuer(),
                claims.getAudience().get(0),
                claims.getSubject(),
                claims.getStringClaim("nonce"),
                claims.getExpirationTime().toInstant().getEpochSecond());
    }

    @Override
    Person person(byte[] json) throws Exception {
        var document = mapper.readValue(json, UserInfoDocument.class);
        return new Person(document.sub(), document);
    }
}
