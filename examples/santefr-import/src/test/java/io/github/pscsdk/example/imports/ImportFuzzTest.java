package io.github.pscsdk.example.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.imports.csv.Bounds;
import io.github.pscsdk.example.imports.csv.CsvRefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files damaged from seeds, so that a failure can be repeated. */
class ImportFuzzTest {
    private static final String CENTRES =
            "gid;nom;adr_voie;com_cp;com_insee;com_nom;lat_coor1;long_coor1;rdv_lundi;rdv;"
                    + "rdv_tel;rdv_site_web;date_ouverture;date_fermeture;centre_type\n"
                    + "7;\"Salle; des \"\"Songes\"\"\";Rue;21850;21540;Ville;47.3;5.1;8h-12h;t;+33345810421;https://a.example;"
                    + "2021-01-06;06/02/2021;\"{\"\"Equipe mobile\"\"}\"\n";
    private static final String FLU = "Finess;Titre;Adresse_voie 1;Adresse_codepostal;Adresse_ville;Modalites_accueil\n"
            + "590012621;Pharmacie;Rue;59180;Ville;\"<p><strong>Accès :</strong> avec rendez-vous</p>,<div class=\"\"horaires"
            + "\"\"><li>Lundi : 08h30-12h00</li></div>\"\n";
    private static final String SITES = "ID,rs,adresse,do_prel,do_antigenic,longitude,latitude,mod_prel,public,horaire,"
            + "check_rdv,tel_rdv\nabc,Labo,12 rue 70000 Vesoul,OUI,NON,6.1,47.6,Sur place/Drive,Tout public,"
            + "lundi : 8h-12h | mardi : fermé,Sans rendez-vous,03 84 00 00 00\n";
    private static final byte[][] DIRT = {
        bytes("\""),
        bytes("\"\""),
        bytes(";"),
        bytes(","),
        bytes("\n"),
        bytes("\r"),
        bytes("\0"),
        bytes("\\"),
        bytes("<"),
        bytes("&#0;"),
        bytes("é"),
        bytes("\uFEFF"),
        {(byte) 0xff},
        {(byte) 0xc3},
        bytes("x".repeat(3_000))
    };
    private static final Bounds BOUNDS = new Bounds(1 << 20, 1_000, 2_000);

    @ParameterizedTest
    @ValueSource(longs = {1})
    void no_damage_crashes_an_import_and_each_row_is_imported_or_rejected_with_a_rule(long seed) throws Exception {
        assertNoDamageCrashes(seed, 240);
    }

    @ParameterizedTest
    @ValueSource(longs = {1})
    @Tag("long")
    void nor_does_it_in_hundreds_of_files(long seed) throws Exception {
        assertNoDamageCrashes(seed, 700);
    }

    private static void assertNoDamageCrashes(long seed, int files) throws Exception {
        var random = new Random(seed);
        var imported = 0;
        for (var i = 0; i < files; i++) {
            var file = damaged(new String[] {CENTRES, FLU, SITES}[i % 3], random);
            try {
                var result = Imported.of(file, BOUNDS);
                imported += result.report().imported();
                check(result);
            } catch (CsvRefusedException e) {
                // A header can be damaged too; that is a refusal with a reason, and no crash.
                assertTrue(e.reason() != CsvRefusedException.Reason.TOO_MANY_BYTES, () -> "seed " + seed);
            }
        }
        assertTrue(imported > files * 2 / 3, "the damage leaves too little to import");
    }

    private static void check(Imported result) {
        assertEquals(result.rows().size(), result.report().read());
        for (var row : result.rows()) {
            var error = row.findings().stream().anyMatch(finding -> finding.severity() == Severity.E);
            assertEquals(row.isRejected() || row.isToCorrect(), error, row::toString);
        }
    }

    /** The header, and its row four times, with some bytes put in, taken out or cut off behind the header. */
    private static byte[] damaged(String file, Random random) {
        var end = file.indexOf('\n') + 1;
        var bytes = new ByteArrayOutputStream();
        var clean = bytes(file + file.substring(end).repeat(3));
        var begin = random.nextInt(10) == 0 ? 0 : end;
        var rate = 1 + random.nextInt(200);
        var cut = random.nextInt(4) == 0 ? end + random.nextInt(clean.length - end) : clean.length;
        for (var i = 0; i < cut; i++) {
            if (i >= begin && random.nextInt(rate + 50) == 0) {
                bytes.writeBytes(DIRT[random.nextInt(DIRT.length)]);
            }
            if (i < begin || random.nextInt(500) != 0) {
                bytes.write(clean[i]);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
