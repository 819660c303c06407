package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.diagnostic.ShortText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The questions that an authenticator may ask: not the host's dialog itself, whose others are out of its reach. */
final class AuthenticatorDialog implements LoginDialog {
    private static final int FEWEST = 2;
    private static final int MOST_CARDS = 32;
    private static final int MOST_CHOICES = 12;

    private final HostCalls host;
    private final UnaryOperator<ShortText> said;
    private final List<char[]> codes = new CopyOnWriteArrayList<>();
    private volatile boolean showsPicture;
    private volatile boolean closed;

    /** @param said puts the authenticator's name before its words */
    AuthenticatorDialog(HostCalls host, UnaryOperator<ShortText> said) {
        this.host = host;
        this.said = said;
    }

    @Override
    public Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        // The copy first: the list may be of a plug-in's class.
        var offered = List.copyOf(cards);
        if (offered.size() < FEWEST || offered.size() > MOST_CARDS) {
            throw new IllegalArgumentException("between " + FEWEST + " and " + MOST_CARDS + " cards are a choice");
        }
        return host.ask("a card", dialog -> dialog.card(offered).filter(offered::contains));
    }

    @Override
    public Optional<NationalIdAnswer> holderOf(String device) throws InterruptedException {
        ShortText.of(device);
        return host.ask("an identifier", dialog -> dialog.holderOf(device));
    }

    @Override
    public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) throws InterruptedException {
        var typed = host.ask("a one-time code", dialog -> dialog.oneTimeCode(question));
        try {
            var code = typed.filter(question::accepts).map(char[]::clone);
            code.ifPresent(codes::add);
            if (closed) {
                codes.forEach(AuthenticatorDialog::wipe);
            }
            return code;
        } finally {
            typed.ifPresent(AuthenticatorDialog::wipe);
        }
    }

    @Override
    public Optional<String> text(TextQuestion question) throws InterruptedException {
        var shown = question.withText(said.apply(question.text()));
        return host.ask("a text", dialog -> dialog.text(shown).filter(shown::accepts));
    }

    @Override
    public Optional<ShortText> choice(ShortText question, List<ShortText> choices) throws InterruptedException {
        var offered = List.copyOf(choices);
        if (offered.size() < FEWEST
                || offered.size() > MOST_CHOICES
                || Set.copyOf(offered).size() < offered.size()) {
            throw new IllegalArgumentException(
                    "a choice has " + FEWEST + " to " + MOST_CHOICES + " answers, each of them different");
        }
        var shown = said.apply(question);
        return host.ask("a choice", dialog -> dialog.choice(shown, offered).filter(offered::contains));
    }

    @Override
    public Optional<Boolean> yesOrNo(ShortText question) throws InterruptedException {
        var shown = said.apply(question);
        return host.ask("yes or no", dialog -> dialog.yesOrNo(shown));
    }

    @Override
    public boolean showPicture(ShownPicture picture) throws InterruptedException {
        showsPicture = true;
        var shown = picture.withCaption(said.apply(picture.caption()));
        return host.ask("a place to show a picture", dialog -> Optional.of(dialog.showPicture(shown)))
                .orElse(false);
    }

    @Override
    public void hidePicture() {
        if (showsPicture) {
            showsPicture = false;
            host.hidePicture();
        }
    }

    void close() {
        closed = true;
        codes.forEach(AuthenticatorDialog::wipe);
        hidePicture();
    }

    private static void wipe(char[] code) {
        Arrays.fill(code, '\0');
    }
}
