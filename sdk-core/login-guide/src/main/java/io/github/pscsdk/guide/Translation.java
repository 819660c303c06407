package io.github.pscsdk.guide;

import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.guide.GuideDocument.Contact;
import io.github.pscsdk.guide.GuideDocument.Node;
import io.github.pscsdk.guide.GuideDocument.Sentence;
import io.github.pscsdk.guide.GuideDocument.Text;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Makes the steps of one language; fails at once where a node names something that the document lacks. */
final class Translation {
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
                node.kind(),
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

    private LoginGuide.Sentence sentence(Sentence sentence) {
        return new LoginGuide.Sentence(in(sentence), source(sentence.source()));
    }

    private LoginGuide.Source source(String name) {
        var source = Objects.requireNonNull(document.sources().get(name), name);
        return new LoginGuide.Source(in(source.name()), source.date());
    }

    private LoginGuide.Link link(String name) {
        var link = Objects.requireNonNull(document.links().get(name), name);
        return addresses
                .of(name)
                .map(read -> new LoginGuide.Link(
                        in(link.text()),
                        Optional.of(read.address()),
                        new LoginGuide.Source(
                                in(document.host()), Optional.of(read.day().toString()))))
                .orElseGet(() -> new LoginGuide.Link(
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
