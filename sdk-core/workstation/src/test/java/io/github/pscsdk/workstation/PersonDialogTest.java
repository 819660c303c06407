package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.spi.AuthenticationContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The questions that a plug-in may put to the person, and its own words. */
class PersonDialogTest {
    private static final OneTimeCodeQuestion CODE = OneTimeCodeQuestion.of(BilingualLine.of("Jeton", "Token"), 6);
    private static final BilingualLine RED = BilingualLine.of("Rouge", "Red");
    private static final BilingualLine GREEN = BilingualLine.of("Vert", "Green");
    private static final BilingualLine COLOUR = BilingualLine.of("Quelle couleur\u00a0?", "Which colour?");
    private static final List<BilingualLine> COLOURS = List.of(RED, GREEN);
    /** Of the authenticators of {@link Fakes}. */
    private static final BilingualLine NAME = BilingualLine.of("Essai", "Test");

    private static final ShownPicture PICTURE = ShownPicture.qrCode(BilingualLine.of("Scannez", "Scan"), "badge:1");

    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    private final Told told = new Told();

    @FunctionalInterface
    private interface Asking {
        void ask(LoginDialog dialog) throws InterruptedException;
    }

    @Test
    void a_one_time_code_reaches_the_authenticator_and_is_overwritten_when_its_attempt_has_ended() throws Exception {
        var typed = "123456".toCharArray();
        var seen = new AtomicReference<String>();
        var kept = new AtomicReference<char[]>();

        login(typing(typed), dialog -> {
            kept.set(dialog.oneTimeCode(CODE).orElseThrow());
            seen.set(new String(kept.get()));
            assertArrayEquals(new char[6], typed, "the host's own array is overwritten at once");
        });

        assertEquals("123456", seen.get());
        assertArrayEquals(new char[6], kept.get());
    }

    @Test
    void a_code_is_overwritten_before_the_host_takes_a_picture_away_which_may_hang() throws Exception {
        var kept = new AtomicReference<char[]>();
        var atTheEnd = new AtomicReference<char[]>();
        var host = new LoginDialog() {
            @Override
            public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) {
                return Optional.of("123456".toCharArray());
            }

            @Override
            public boolean showPicture(ShownPicture picture) {
                return true;
            }

            @Override
            public void hidePicture() {
                atTheEnd.set(kept.get().clone());
            }
        };

        login(host, dialog -> {
            dialog.showPicture(PICTURE);
            kept.set(dialog.oneTimeCode(CODE).orElseThrow());
        });

        assertArrayEquals(new char[6], atTheEnd.get());
    }

    @Test
    void what_cannot_be_the_code_is_no_answer_and_is_overwritten_too() throws Exception {
        var typed = "1234".toCharArray();

        login(typing(typed), dialog -> assertEquals(Optional.empty(), dialog.oneTimeCode(CODE)));

        assertArrayEquals(new char[4], typed);
    }

    @Test
    void nothing_typed_means_another_code_where_it_may_be_sent_again_and_nowhere_else() throws Exception {
        var sent = OneTimeCodeQuestion.ofSent(BilingualLine.of("SMS"), 6);

        login(typing(new char[0]), dialog -> {
            var answer = dialog.oneTimeCode(sent.withSendAgain());
            assertTrue(sent.withSendAgain().asksToSendAgain(answer.orElseThrow()));
            assertEquals(Optional.empty(), dialog.oneTimeCode(sent));
        });
    }

    @Test
    void a_text_is_asked_for_under_the_authenticator_s_name_and_is_no_longer_than_it_wants() throws Exception {
        var question = TextQuestion.of(BilingualLine.of("Nom", "Name"), 5);
        var answers = new ArrayList<>(List.of("Zoé", "too long"));
        var host = new LoginDialog() {
            @Override
            public Optional<String> text(TextQuestion asked) {
                assertEquals(question.text().saidBy(NAME), asked.text());
                return Optional.of(answers.remove(0));
            }
        };

        login(host, dialog -> {
            assertEquals(Optional.of("Zoé"), dialog.text(question));
            assertEquals(Optional.empty(), dialog.text(question));
        });
    }

    @Test
    void neither_code_nor_question_is_logged() throws Exception {
        try (var log = LogLines.open()) {
            login(typing("123456".toCharArray()), dialog -> dialog.oneTimeCode(CODE));

            assertTrue(log.contains("login 1: the host is asked for a one-time code"));
            assertFalse(log.contains("123456") || log.contains("Jeton") || log.contains("Token"));
        }
    }

    @Test
    void a_choice_is_one_of_those_offered_or_none() throws Exception {
        var answers = new ArrayList<>(List.of(GREEN, BilingualLine.of("Bleu", "Blue")));
        var host = new LoginDialog() {
            @Override
            public Optional<BilingualLine> choice(BilingualLine question, List<BilingualLine> choices) {
                assertEquals(COLOUR.saidBy(NAME), question);
                assertEquals(COLOURS, choices);
                return Optional.of(answers.remove(0));
            }
        };

        login(host, dialog -> {
            assertEquals(Optional.of(GREEN), dialog.choice(COLOUR, COLOURS));
            assertEquals(Optional.empty(), dialog.choice(COLOUR, COLOURS));
        });
    }

    @Test
    void yes_and_no_are_answers_and_an_exception_of_the_host_is_none() throws Exception {
        var host = new LoginDialog() {
            @Override
            public Optional<Boolean> yesOrNo(BilingualLine question) {
                if (question.equals(GREEN.saidBy(NAME))) {
                    throw new IllegalStateException("a defect");
                }
                return Optional.of(question.equals(RED.saidBy(NAME)));
            }
        };

        login(host, dialog -> {
            assertEquals(Optional.of(true), dialog.yesOrNo(RED));
            assertEquals(Optional.of(false), dialog.yesOrNo(COLOUR));
            assertEquals(Optional.empty(), dialog.yesOrNo(GREEN));
        });
    }

    @Test
    void a_picture_is_taken_away_at_the_latest_when_the_attempt_ends() throws Exception {
        var calls = new ArrayList<String>();
        var host = new LoginDialog() {
            @Override
            public boolean showPicture(ShownPicture picture) {
                assertEquals(PICTURE.caption().saidBy(NAME), picture.caption());
                calls.add(picture.qrText().orElseThrow());
                return true;
            }

            @Override
            public void hidePicture() {
                calls.add("hidden");
                throw new IllegalStateException("a defect");
            }
        };

        login(host, dialog -> {
            assertTrue(dialog.showPicture(PICTURE));
            dialog.hidePicture();
            dialog.hidePicture();
            assertTrue(dialog.showPicture(PICTURE));
        });

        assertEquals(List.of("badge:1", "hidden", "badge:1", "hidden"), calls);
    }

    @Test
    void a_host_without_a_dialog_answers_none_of_them() throws Exception {
        login(LoginDialog.SILENT, dialog -> {
            assertEquals(Optional.empty(), dialog.oneTimeCode(CODE));
            assertEquals(Optional.empty(), dialog.choice(COLOUR, COLOURS));
            assertEquals(Optional.empty(), dialog.text(TextQuestion.of(RED, 9)));
            assertEquals(Optional.empty(), dialog.yesOrNo(RED));
            assertFalse(dialog.showPicture(PICTURE));
        });
    }

    @Test
    void the_questions_of_the_engine_are_out_of_a_plug_in_s_reach() throws Exception {
        var host = new LoginDialog() {
            @Override
            public Optional<NationalId> whoLogsIn(Optional<NationalId> suggested) {
                throw new AssertionError("a plug-in has asked who logs in");
            }

            @Override
            public Optional<String> browserCode(int triesLeft, boolean again) {
                throw new AssertionError("a plug-in has asked for the code of the page");
            }

            @Override
            public boolean browserPage(URI page) {
                throw new AssertionError("a plug-in has shown a page");
            }
        };

        try (var log = LogLines.open()) {
            login(host, dialog -> {
                assertEquals(Optional.empty(), dialog.whoLogsIn(Optional.empty()));
                assertEquals(Optional.empty(), dialog.browserCode(3, false));
                assertFalse(dialog.browserPage(URI.create("https://phishing.example")));
            });

            assertFalse(log.contains("the host is asked") || log.contains("threw"));
        }
    }

    @Test
    void a_choice_has_two_to_twelve_answers_each_of_them_different() throws Exception {
        login(LoginDialog.SILENT, dialog -> {
            assertThrows(IllegalArgumentException.class, () -> dialog.choice(COLOUR, choices(1)));
            assertThrows(IllegalArgumentException.class, () -> dialog.choice(COLOUR, choices(13)));
            assertThrows(IllegalArgumentException.class, () -> dialog.choice(COLOUR, List.of(RED, RED)));
            assertEquals(Optional.empty(), dialog.choice(COLOUR, choices(12)));
        });
    }

    private static List<BilingualLine> choices(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> BilingualLine.of("Choix " + index, "Choice " + index))
                .toList();
    }

    @Test
    void one_card_is_no_choice_and_neither_are_very_many() throws Exception {
        login(LoginDialog.SILENT, dialog -> {
            var card = CardChoice.of("reader");
            assertThrows(IllegalArgumentException.class, () -> dialog.card(List.of(card)));
            assertThrows(IllegalArgumentException.class, () -> dialog.card(Collections.nCopies(33, card)));
            assertEquals(Optional.empty(), dialog.card(Collections.nCopies(32, card)));
            assertThrows(IllegalArgumentException.class, () -> dialog.holderOf("two\nlines"));
        });
    }

    @Test
    void a_dialog_that_was_kept_shows_and_asks_nothing() throws Exception {
        var kept = new AtomicReference<LoginDialog>();

        login(LoginDialog.SILENT, kept::set);

        assertThrows(IllegalStateException.class, () -> kept.get().oneTimeCode(CODE));
        assertThrows(IllegalStateException.class, () -> kept.get().showPicture(PICTURE));
    }

    @Test
    void its_own_words_are_a_step_of_their_own_and_never_one_of_the_engine_s() throws Exception {
        var words = BilingualLine.of("Présentez le badge", "Present the badge");

        login((context) -> {
            context.waitingForDevice();
            context.progress(words);
        });

        assertEquals(
                List.of(
                        LoginProgress.Step.WAITING_FOR_DEVICE,
                        LoginProgress.Step.MESSAGE,
                        LoginProgress.Step.CONFIRM_ON_DEVICE,
                        LoginProgress.Step.VERIFYING),
                told.steps());
        assertEquals(
                Optional.of(words.saidBy(NAME)),
                told.first(LoginProgress.Step.MESSAGE).message());
        assertEquals(Optional.empty(), told.first(LoginProgress.Step.MESSAGE).bindingMessage());
        assertEquals(
                Optional.empty(),
                told.first(LoginProgress.Step.CONFIRM_ON_DEVICE).message());
    }

    private static LoginDialog typing(char[] code) {
        return new LoginDialog() {
            @Override
            public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) {
                return Optional.of(code);
            }
        };
    }

    @FunctionalInterface
    private interface Saying {
        void say(AuthenticationContext context);
    }

    private void login(Saying saying) throws Exception {
        run(LoginDialog.SILENT, (request, context) -> {
            saying.say(context);
            return context.backchannel(Fakes.onPhone());
        });
    }

    private void login(LoginDialog host, Asking asking) throws Exception {
        run(host, (request, context) -> {
            asking.ask(context.dialog());
            return context.backchannel(Fakes.onPhone());
        });
    }

    private void run(LoginDialog host, Fakes.Body body) throws Exception {
        try (var client = Fakes.builder(server)
                .authenticator(Fakes.authenticator("badge", body))
                .build()) {
            client.login(LoginRequest.using("badge").withDialog(host).withProgress(told));
        }
    }
}
