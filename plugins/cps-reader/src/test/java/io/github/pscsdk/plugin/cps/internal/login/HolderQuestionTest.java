package io.github.pscsdk.plugin.cps.internal.login;

import static io.github.pscsdk.plugin.cps.AtReaders.anyone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.AtReaders;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cards that do not say whose they are. */
class HolderQuestionTest {
    private static final String SERIAL = "24681357";

    @RegisterExtension
    private final AtReaders at = new AtReaders();

    private final List<String> questions = new ArrayList<>();
    private boolean remember = true;

    @BeforeEach
    void a_card_that_hides_its_holder() {
        at.a().insert(hiding(SERIAL));
    }

    @Test
    void the_person_is_asked_and_then_asked_for() throws Exception {
        var context = login(anyone());

        assertEquals(AtReaders.DOCTOR, question(context).nationalId());
    }

    @Test
    void the_card_is_named_by_a_key_that_is_always_the_same_and_does_not_tell_the_serial_number() throws Exception {
        remember = false;
        login(anyone());
        login(anyone());

        assertEquals(questions.get(0), questions.get(1));
        assertFalse(questions.get(0).contains(SERIAL));
    }

    @Test
    void another_card_has_another_key() throws Exception {
        login(anyone());
        at.a().remove();
        at.a().insert(hiding("24681358"));
        login(anyone());

        assertNotEquals(questions.get(0), questions.get(1));
    }

    @Test
    void an_answer_that_agrees_is_given_once() throws Exception {
        login(anyone());
        var second = login(anyone());

        assertEquals(1, questions.size());
        assertEquals(AtReaders.DOCTOR, question(second).nationalId());
    }

    @Test
    void an_answer_that_does_not_agree_is_asked_for_again() throws Exception {
        remember = false;
        login(anyone());
        login(anyone());

        assertEquals(2, questions.size());
    }

    @Test
    void an_answer_with_which_nobody_could_log_in_is_forgotten() throws Exception {
        var refused = TestContext.failing(new PscException(LoginProblem.UNKNOWN_PROFESSIONAL, "a test"))
                .withDialog(asking());
        assertEquals(LoginProblem.UNKNOWN_PROFESSIONAL, at.problem(anyone(), refused));

        login(anyone());

        assertEquals(2, questions.size());
    }

    @Test
    void in_the_browser_an_answer_counts_once_there_is_a_session() throws Exception {
        var browser = anyone().withWayIn(WayIn.BROWSER);
        login(browser);
        // No session came of it: the engine found somebody else in the browser.
        var second = login(browser);
        assertEquals(2, questions.size());

        var watching = new Thread(() -> followed(second), "watch");
        watching.start();
        watching.join();
        login(browser);

        assertEquals(2, questions.size());
    }

    @Test
    void a_request_that_names_the_professional_is_believed() throws Exception {
        var context = login(anyone().withNationalId(Personas.PHARMACIST));

        assertEquals(List.of(), questions);
        assertEquals(Personas.PHARMACIST, question(context).nationalId());
    }

    @Test
    void without_an_answer_nobody_is_asked_for() throws Exception {
        var context = TestContext.answering();

        assertEquals(LoginProblem.NATIONAL_ID_MISSING, at.problem(anyone(), context));
        assertEquals(List.of(), context.asked());
    }

    @Test
    void a_card_that_failed_to_show_its_certificate_is_not_one_that_keeps_it() throws Exception {
        at.a().blink(hiding(SERIAL).onEach((whole, command) -> {
            var answer = whole.transmit(command);
            return Arrays.equals(answer, new byte[] {0x69, (byte) 0x82}) ? new byte[] {0x6A, (byte) 0x82} : answer;
        }));

        assertEquals(CardProblem.CARD_UNREADABLE, at.problem(anyone(), TestContext.answering()));
    }

    @Test
    void a_card_of_which_nobody_can_say_whether_it_was_swapped_is_still_the_one() throws Exception {
        var exchanges = new AtomicInteger();
        var failingAtFirst = hiding(SERIAL)
                .onEach((whole, command) ->
                        exchanges.incrementAndGet() <= 2 ? new byte[] {0x6F, 0} : whole.transmit(command));
        var context = TestContext.answering().withDialog(answering(() -> at.a().blink(failingAtFirst)));

        at.begin(anyone(), context).grant();

        assertEquals(1, questions.size());
        assertEquals(2, exchanges.get());
    }

    @Test
    void a_card_that_was_swapped_while_the_person_typed_is_not_taken_for_the_first() throws Exception {
        var context = TestContext.answering()
                .withDialog(answering(
                        () -> at.a().blink(VirtualCard.cps3(Personas.PHARMACIST).build())));

        at.begin(anyone(), context).grant();

        assertEquals(Personas.PHARMACIST, question(context).nationalId());
    }

    @Test
    void a_card_read_without_contact_is_said_to_be_and_its_technical_certificate_names_nobody() throws Exception {
        at.a().remove();
        at.a().insert(VirtualCard.contactless().build());

        var context = login(anyone());

        assertEquals(CardProblem.CONTACTLESS, context.notices().get(0).problem());
        assertEquals(AtReaders.DOCTOR, question(context).nationalId());
        assertTrue(at.a().trace().size() <= 20, "it is read once");
    }

    private TestContext login(AuthenticationRequest request) throws Exception {
        var context = TestContext.answering().withDialog(asking());
        at.begin(request, context).grant();
        return context;
    }

    private LoginDialog asking() {
        return answering(() -> {});
    }

    private LoginDialog answering(Runnable meanwhile) {
        return new LoginDialog() {
            @Override
            public Optional<NationalIdAnswer> holderOf(String device) {
                questions.add(device);
                meanwhile.run();
                return Optional.of(new NationalIdAnswer(AtReaders.DOCTOR, remember));
            }
        };
    }

    private static void followed(TestContext context) {
        try {
            context.watch()
                    .orElseThrow()
                    .follow(isThere -> Thread.currentThread().interrupt());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static VirtualCard hiding(String serial) {
        return VirtualCard.cps3(AtReaders.DOCTOR).hidingHolder().serial(serial).build();
    }

    private static BackchannelRequest question(TestContext context) {
        return context.asked().get(0).orElseThrow();
    }
}
