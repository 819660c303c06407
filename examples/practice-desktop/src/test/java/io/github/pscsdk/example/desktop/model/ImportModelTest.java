package io.github.pscsdk.example.desktop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.desktop.handover.SantefrReceiver;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedSession;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.example.desktop.ui.MainWindow;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import io.github.pscsdk.time.VirtualClock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One fictitious row of each layout, and a published file where it is. */
class ImportModelTest {
    private static final String CENTRES = "gid;nom;adr_num;adr_voie;com_cp;com_insee;com_nom;rdv;rdv_tel";
    private static final String CENTRE = "7;Salle;1;Rue;21850;21540;Ville-Test;f;0345810421";
    private static final Texts ENGLISH = MainWindow.texts(Language.ENGLISH);

    private final VirtualClock clock = VirtualClock.standing();

    @TempDir
    private Path folder;

    private Outbox outbox;
    private ScriptedSession session;
    private OutboxModel items;
    private ImportModel model;
    private FormModel form;

    @BeforeEach
    void open() throws Exception {
        var threads = new ModelThreads(Runnable::run, Runnable::run);
        var pharmacist = People.pharmacist();
        outbox = Outbox.open(folder.resolve("outbox"), clock);
        session = new ScriptedSession(pharmacist, clock.instant().plus(Duration.ofHours(1)));
        items = new OutboxModel(outbox.of(pharmacist.nationalId()), new SantefrReceiver(session), threads);
        model = new ImportModel(pharmacist, items, threads);
        form = new FormModel(pharmacist, items);
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    private void reads(String... lines) throws Exception {
        model.read(Files.writeString(folder.resolve("places.csv"), String.join("\n", lines) + "\n"));
    }

    private String state() {
        return model.state().words().apply(ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rs,adresse,mod_prel,do_prel,finess | Labo,12 rue des Essais 70000 Vesoul,Sur place,OUI,700000029",
                "finess;titre;type_de_test;adresse_voie 1;adresse_codepostal;adresse_ville | 700000029;Labo;RT-PCR;12 rue;70000;Vesoul",
                CENTRES + " | " + CENTRE,
                "finess;titre;adresse_voie 1;adresse_codepostal;adresse_ville;modalites_accueil | 700000029;Pharmacie Fictive;12 rue;70000;Vesoul;"
            })
    void each_published_layout_is_read_and_its_accepted_row_is_handed_over_once(String header, String row)
            throws Exception {
        reads(header, row);

        assertTrue(state().startsWith("Rows read: 1, accepted: 1,"), this::state);
        assertEquals(2, model.state().rows().get(0).line());
        assertEquals(List.of(), session.sent());
        model.takeOver();
        assertFalse(model.state().mayTakeOver());
        reads(header, row);
        model.takeOver();

        assertEquals(1, session.sent().size());
        assertEquals(1, items.handedOver().size());
    }

    @Test
    void a_row_to_correct_is_a_draft_that_opens_at_its_finding_and_a_rejected_one_says_why() throws Exception {
        reads(CENTRES, CENTRE, CENTRE.replace("0345810421", "doctolib"), CENTRE.replace("21850", "218"));
        assertTrue(state().startsWith("Rows read: 3, accepted: 1, to correct: 1, rejected: 1."), this::state);
        var rejected = model.state().rows().get(2);
        assertEquals(4, rejected.line());
        assertTrue(rejected.findings().stream().anyMatch(Finding::isError));

        model.takeOver();
        var draft = items.items().get(0);
        assertEquals(
                List.of(Phase.DRAFT),
                items.items().stream().map(item -> item.phase()).toList());
        form.open(draft);

        assertEquals(FormStep.CONTACT, form.step());
        assertEquals("offers[0].phone", form.summary().get(0).finding().field());
    }

    @Test
    void a_draft_that_was_corrected_stays_so_when_the_file_is_taken_over_again() throws Exception {
        reads(CENTRES, CENTRE.replace("0345810421", "doctolib"));
        model.takeOver();
        form.open(items.items().get(0));
        form.type(DeclarationForm.at("offers[0].phone", form.content()).orElseThrow(), List.of("03 45 81 04 21"));
        form.keep();
        var corrected = items.items().get(0).content();

        reads(CENTRES, CENTRE.replace("0345810421", "doctolib"));
        model.takeOver();

        assertEquals(
                List.of(corrected),
                items.items().stream().map(item -> item.content()).toList());
    }

    @Test
    void a_file_of_another_layout_is_refused_with_the_columns_that_it_lacks_and_so_is_a_missing_one() throws Exception {
        reads("nom;ville", "Salle;Ville-Test");
        assertEquals(List.of(), model.state().rows());
        assertTrue(state().contains("Line 1 lacks"), this::state);

        model.read(folder.resolve("missing.csv"));
        assertEquals(ENGLISH.get("import.unreadable"), state());
        assertFalse(model.state().mayTakeOver());
    }

    @Test
    void a_file_whose_reading_meets_a_defect_is_told() throws Exception {
        var archive = FileSystems.newFileSystem(folder.resolve("places.zip"), Map.of("create", "true"));
        var inside = archive.getPath("places.csv");
        archive.close();

        model.read(inside);

        assertEquals(DesktopProblem.DEFECT.remedy(Locale.ENGLISH).title(), state());
    }

    @Test
    void without_a_network_the_accepted_rows_wait() throws Exception {
        session.fails(new PscException(LoginProblem.SERVER_HALF_UNREACHABLE, "unplugged"));
        reads(CENTRES, CENTRE);

        model.takeOver();

        assertEquals(1, items.waiting());
    }

    @Test
    void a_published_file_is_taken_over() {
        model.read(published("centres-vaccination.2021-04-13.extrait.csv"));
        var accepted = model.state().rows().stream()
                .filter(row -> !row.isRejected() && !row.isToCorrect())
                .count();
        model.takeOver();

        assertTrue(accepted > 100, this::state);
        assertEquals(accepted, items.handedOver().size());
    }

    /** One of the real files, which lie outside the project. Where they are not there, CI fails and others skip. */
    private static Path published(String name) {
        for (var above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            var file = above.resolve("shared/data/santefr").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        assumeTrue("true".equals(System.getenv("CI")), "no folder above holds shared/data/santefr");
        return fail("no folder above holds shared/data/santefr");
    }
}
