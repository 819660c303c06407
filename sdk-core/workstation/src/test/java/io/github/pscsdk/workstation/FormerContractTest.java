package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.AuthenticatorSetting.Kind;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.PscException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plug-in that was built once, on the contract 1.0.0: {@code src/test/resources/former-contract}. Compiling it again would prove
 * nothing of the archives that practices have.
 */
class FormerContractTest {
    private static final String ARCHIVE = "former-contract-1.0.0.jar";
    private static final NationalId OWNER = new NationalId(MockServerHalf.NATIONAL_ID);

    private final MockServerHalf server = new MockServerHalf();
    private final Answering dialog = new Answering();
    private final Told told = new Told();

    @TempDir
    Path folder;

    private PscClient client;

    @BeforeEach
    void load() throws Exception {
        try (var archive = FormerContractTest.class.getResourceAsStream("/former-contract/" + ARCHIVE)) {
            Files.copy(archive, folder.resolve(ARCHIVE));
        }
        client = Fakes.builder(server)
                .pluginDirectory(folder)
                .locale(Locale.FRENCH)
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void it_is_loaded_with_each_kind_of_setting() {
        var former = client.authenticators().stream()
                .filter(descriptor -> descriptor.id().equals("former"))
                .findFirst()
                .orElseThrow();

        assertEquals(
                // The kinds of the former contract.
                List.of(Kind.TEXT, Kind.NUMBER, Kind.FLAG, Kind.CHOICE, Kind.DURATION, Kind.SECRET),
                former.settings().stream()
                        .map(AuthenticatorSetting::kind)
                        .sorted()
                        .toList());
        assertEquals(Optional.empty(), client.obstacle("former"));
    }

    @Test
    void it_gets_the_values_of_its_settings_and_tells_its_problem() throws Exception {
        var finding = client.diagnose().findings().stream()
                .filter(found -> found.problem().code().equals("FRM-001"))
                .findFirst()
                .orElseThrow();

        assertEquals("a 7 true b PT3S - fr - true", finding.facts().get("started"));
        assertEquals(
                "L’appareil est usé.", finding.problem().remedy(Locale.FRENCH).title());
    }

    @Test
    void it_puts_each_question_and_logs_in() throws Exception {
        try (var session = client.login(request())) {
            assertTrue(session.isActive());
            assertEquals(OWNER, session.professional().nationalId());
        }

        assertEquals(List.of("code", "yes or no", "choice", "card", "picture", "no picture", "holder"), dialog.asked);
        assertTrue(told.steps().containsAll(List.of(Step.WAITING_FOR_DEVICE, Step.MESSAGE, Step.CONFIRM_ON_DEVICE)));
        assertEquals(
                List.of("FRM-001"),
                told.all().stream()
                        .flatMap(progress -> progress.notice().stream())
                        .map(notice -> notice.problem().code())
                        .distinct()
                        .toList());
    }

    @Test
    void it_logs_in_by_the_page_too() throws Exception {
        server.withPage();

        try (var session = client.login(request().withWayIn(WayIn.BROWSER))) {
            assertTrue(session.isActive());
        }
    }

    @Test
    void without_an_answer_it_ends_with_a_problem_of_the_contract() {
        var failure = assertThrows(PscException.class, () -> client.login(LoginRequest.using("former")));

        assertEquals("PSC-001", failure.problem().code());
    }

    private LoginRequest request() {
        return LoginRequest.using("former").withDialog(dialog).withProgress(told);
    }

    /** A person who answers everything. */
    private static final class Answering implements LoginDialog {
        final List<String> asked = new ArrayList<>();

        private <T> Optional<T> answer(String what, T answer) {
            asked.add(what);
            return Optional.of(answer);
        }

        @Override
        public Optional<NationalIdAnswer> holderOf(String device) {
            return answer("holder", new NationalIdAnswer(OWNER, false));
        }

        @Override
        public Optional<CardChoice> card(List<CardChoice> cards) {
            return answer("card", cards.get(0));
        }

        @Override
        public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) {
            return answer("code", "123456".toCharArray());
        }

        @Override
        public Optional<BilingualLine> choice(BilingualLine question, List<BilingualLine> choices) {
            return answer("choice", choices.get(1));
        }

        @Override
        public Optional<Boolean> yesOrNo(BilingualLine question) {
            return answer("yes or no", true);
        }

        @Override
        public boolean showPicture(ShownPicture picture) {
            return answer("picture", true).orElseThrow();
        }

        @Override
        public void hidePicture() {
            asked.add("no picture");
        }

        @Override
        public boolean browserPage(URI page) {
            return true;
        }
    }
}
