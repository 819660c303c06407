package io.github.pscsdk.relyingparty.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.Means;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** UserInfo documents of 2021 to 2026 as they were recorded or are told of: identifier, number of identifiers, practices, means. */
class UserInfoByYearTest {
    private static final String PSI = "6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10";

    private static final String PRACTICE =
            "\"SubjectRefPro\":{\"codeCivilite\":\"MME\",\"exercices\":[{\"codeProfession\":\"10\",\"activities\":[{}]}]}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2021                     | \"SubjectNameID\":\"%rpps\",\"email_verified\":false,%practice | %rpps 1 1 none",
                "2021, unknown fields     | \"SubjectNameID\":\"%rpps\",\"UITVersion\":\"1.0\",\"x\":[{}],%practice | %rpps 1 1 none",
                "2022, otherIDs           | \"SubjectNameID\":\"%rpps\",\"otherIDs\":[{\"identifiant\":\"0999999999\",\"origine\":\"ADELI\",\"qualite\":1}],%practice | %rpps 2 1 none",
                "2023, card               | \"SubjectNameID\":\"%rpps\",\"authMode\":\"CARD\",\"otherIds\":[{\"identifiant\":\"%rpps\",\"origine\":\"RPPS\",\"qualite\":1}],%practice | %rpps 1 1 CARD",
                "2023, both spellings     | \"SubjectNameID\":\"%rpps\",\"otherIds\":[{\"identifiant\":\"%psi\",\"origine\":\"PSI\"}],\"otherIDs\":[{\"identifiant\":\"%psi\",\"origine\":\"PSI\"}] | %rpps 2 0 none",
                "2023, EDIT               | \"SubjectNameID\":\"ANS20990101120000\",\"SubjectOrganizationID\":\"\",%practice | ANS20990101120000 1 1 none",
                "2023, nothing but a name | \"SubjectNameID\":\"%rpps\",\"codeCivilite\":\"MME\" | %rpps 1 0 none",
                "2023, top-level codes    | \"SubjectNameID\":\"%rpps\",\"codeGenreActivite\":\"GENR01\",\"codeCivilite\":\"MME\",%practice | %rpps 1 1 none",
                "2026, merged             | \"SubjectNameID\":\"%rpps\",\"PSISubjectNameID\":\"\",\"auth_level\":1,\"otherIds\":[{\"identifiant\":\"99999100011\",\"origine\":\"RPPS\",\"qualite\":1},{\"identifiant\":\"%psi\",\"origine\":\"PSI\",\"qualite\":2}],%practice | %rpps 2 1 none",
                "2026, PSI alone          | \"SubjectNameID\":\"%psi\",\"PSISubjectNameID\":\"%psi\",\"otherIds\":[{\"identifiant\":\"%psi\",\"origine\":\"PSI\"}] | %psi 1 0 none",
                "2026, hospital           | \"SubjectNameID\":\"%rpps\",\"authMode\":\"IDENTITY_BROKER\" | %rpps 1 0 IDENTITY_BROKER",
                "2026, unknown means      | \"SubjectNameID\":\"%rpps\",\"authMode\":\"biometry\" | %rpps 1 0 BIOMETRY",
                "2026, means in a list    | \"SubjectNameID\":\"%rpps\",\"authMode\":[\"CARD\",\"MOBILE\"] | %rpps 1 0 none",
                "2026, means as an object | \"SubjectNameID\":\"%rpps\",\"authMode\":{\"a\":1} | %rpps 1 0 none",
                "2026, lists of nothing   | \"SubjectNameID\":\"%rpps\",\"otherIds\":null,\"SubjectRefPro\":null,\"SubjectRole\":\"\" | %rpps 1 0 none",
                "2026, lists of odd types | \"SubjectNameID\":\"%rpps\",\"otherIds\":\"x\",\"SubjectRefPro\":[],\"Secteur_Activite\":[\"SA07\"] | %rpps 1 0 none",
                "2026, odd identifiers    | \"SubjectNameID\":\"%rpps\",\"otherIds\":[null,\"x\",{\"identifiant\":null},{\"identifiant\":[1],\"origine\":\"RPPS\"}] | %rpps 1 0 none",
                "2026, PSI in its claim   | \"PSISubjectNameID\":\"%psi\",\"otherIds\":[{\"identifiant\":\"%psi\",\"origine\":\"PSI\"}] | %psi 1 0 none",
                "2026, beside an empty one | \"SubjectNameID\":\"\",\"PSISubjectNameID\":\"%psi\",%practice | %psi 1 1 none",
                "2026, beside the usual   | \"SubjectNameID\":\"%rpps\",\"PSISubjectNameID\":\"%psi\" | %rpps 1 0 none",
                "no identity              | \"authMode\":\"CARD\" | nobody",
                "a PSI of no shape        | \"PSISubjectNameID\":\"%rpps\" | nobody",
                "an empty PSI             | \"PSISubjectNameID\":\"\" | nobody",
                "a PSI beside nonsense    | \"SubjectNameID\":\"x y\",\"PSISubjectNameID\":\"%psi\" | nobody",
                "an empty identity        | \"SubjectNameID\":\"\" | nobody",
                "a null identity          | \"SubjectNameID\":null | nobody",
                "an identity of no shape  | \"SubjectNameID\":\"x y\" | nobody",
            })
    void is_read_or_names_nobody(String year, String members, String told) throws Exception {
        var json = "{\"sub\":\"s\"," + written(members) + "}";

        var info = UserInfo.read(json.getBytes(StandardCharsets.UTF_8));

        assertEquals(
                written(told),
                info.professional()
                        .map(person -> String.join(
                                " ",
                                person.nationalId().value(),
                                Integer.toString(person.identifiers().size()),
                                Integer.toString(person.practices().size()),
                                info.authMode()
                                        .flatMap(Means::named)
                                        .map(Means::name)
                                        .orElse("none")))
                        .orElse("nobody"));
    }

    private static String written(String shortened) {
        return shortened.replace("%rpps", "899999100011").replace("%psi", PSI).replace("%practice", PRACTICE);
    }
}
