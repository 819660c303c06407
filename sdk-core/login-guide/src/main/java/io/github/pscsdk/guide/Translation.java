package io.github.pscsdk.guide;

import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.LoginGuide.Part;
import io.github.pscsdk.guide.GuideDocument.Contact;
import io.github.pscsdk.guide.GuideDocument.Kind;
import io.github.pscsdk.guide.GuideDocument.Node;
import io.github.pscsdk.guide.GuideDocument.Sentence;
import io.github.pscsdk.guide.GuideDocument.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Makes the steps of one language; fails at once where a node names something that the document lacks. */
final class Translation {
    private static final int MONTH = "2023-11".length();
    private static final int DAY = "2023-11-02".length();

    private final GuideDocument document;
    private final Locale language;
    private final GuideAddresses addresses;

    Translation(GuideDocument document, Locale language, GuideAddresses addresses) {
        this.document = document;
        this.language = language;
        this.addresses = addresses;
    }

    LoginGuide.Step step(Node node) {
        return new LoginGuide.Step(
                node.id(),
                node.kind() == Kind.QUESTION,
                in(node.title()),
                node.steps().stream().map(this::sentence).toList(),
                node.notes().stream().map(this::sentence).toList(),
                node.links().stream().map(this::link).toList(),
                node.contacts().stream().map(this::contact).toList(),
                node.choices().stream()
                        .map(choice -> new LoginGuide.Choice(
                                choice.id(),
                                in(choice.text()),
                                choice.next(),
                                source(choice.text().source())))
                        .toList(),
                source(node.title().source()));
    }

    private Part sentence(Sentence sentence) {
        return new Part(in(sentence), Optional.empty(), source(sentence.source()));
    }

    private String source(String name) {
        var source = Objects.requireNonNull(document.sources().get(name), name);
        return in(source.name()) + source.date().map(this::date).orElse("");
    }

    /** A year, a month or a day in ISO 8601, for a person. */
    String date(String iso) {
        if (iso.length() == DAY) {
            return ", "
                    + DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(language)
                            .format(LocalDate.parse(iso));
        }
        return ", "
                + (iso.length() == MONTH
                        ? DateTimeFormatter.ofPattern("MMMM yyyy", language).format(YearMonth.parse(iso))
                        : iso);
    }

    private Part link(String name) {
        var link = Objects.requireNonNull(document.links().get(name), name);
        return addresses
                .of(name)
                .map(read -> new Part(
                        in(link.text()),
                        Optional.of(read.address()),
                        in(document.host()) + date(read.day().toString())))
                .orElseGet(() -> new Part(
                        in(link.text()), link.address(), source(link.text().source())));
    }

    private LoginGuide.Contact contact(String name) {
        Contact contact = Objects.requireNonNull(document.contacts().get(name), name);
        return new LoginGuide.Contact(
                contact.professions(),
                in(contact.text()),
                link(contact.link()),
                contact.delay().map(this::in));
    }

    private String in(Sentence sentence) {
        return in(new Text(sentence.fr(), sentence.en()));
    }

    private String in(Text text) {
        return language.equals(Locale.FRENCH) ? text.fr() : text.en();
    }
}
