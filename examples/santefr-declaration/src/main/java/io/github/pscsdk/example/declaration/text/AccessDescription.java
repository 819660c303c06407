package io.github.pscsdk.example.declaration.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * How one comes to an offer, as the column {@code Modalites_accueil} of the files exported from Santé.fr says it:
 * paragraphs that begin with a label, and a list of days.
 *
 * @param access such as {@code avec rendez-vous}
 * @param hours the days, with bars between them
 * @param rest text of the cell that is none of these
 */
public record AccessDescription(
        Optional<String> access,
        Optional<String> hours,
        Optional<String> note,
        Optional<String> phone,
        Optional<String> website,
        Optional<String> rest) {
    private static final String ACCESS = "acces";
    private static final String NOTE = "informations complementaires";
    private static final String PHONE = "telephone pour la prise de rendez vous";
    private static final String WEBSITE = "site internet pour la prise de rendez vous";
    private static final Set<String> LABELS = Set.of(ACCESS, NOTE, PHONE, WEBSITE);
    private static final String TITLE = "informations complementaires relatives a l offre de vaccination";

    public static AccessDescription of(String html) {
        var document = Jsoup.parseBodyFragment(html);
        var paragraphs = paragraphs(document);
        var hours = hours(document);
        document.select("h3").stream()
                .filter(title -> PlainText.key(title.text()).equals(TITLE))
                .forEach(Element::remove);
        return new AccessDescription(
                Optional.ofNullable(paragraphs.get(ACCESS)),
                hours,
                Optional.ofNullable(paragraphs.get(NOTE)),
                Optional.ofNullable(paragraphs.get(PHONE)),
                Optional.ofNullable(paragraphs.get(WEBSITE)),
                // Stray commas between the blocks are part of the published file.
                Optional.of(document.body().text())
                        .filter(text -> !PlainText.key(text).isEmpty()));
    }

    /** Takes the labelled paragraphs out. A label that comes twice is left in, and so are words beside a link. */
    private static Map<String, String> paragraphs(Document document) {
        var paragraphs = new HashMap<String, String>();
        for (var paragraph : document.select("p:has(> strong)")) {
            var strong = paragraph.selectFirst("strong");
            var label = PlainText.key(strong.text());
            if (LABELS.contains(label) && !paragraphs.containsKey(label)) {
                strong.remove();
                var value = label.equals(WEBSITE) ? address(paragraph) : text(paragraph);
                value.ifPresent(given -> paragraphs.put(label, given));
            }
        }
        return paragraphs;
    }

    private static Optional<String> address(Element paragraph) {
        var link = paragraph.selectFirst("a[href]");
        if (link == null) {
            return text(paragraph);
        }
        link.remove();
        return Optional.of(link.attr("href")).filter(address -> !address.isBlank());
    }

    private static Optional<String> text(Element paragraph) {
        paragraph.remove();
        return Optional.of(paragraph.text()).filter(text -> !text.isBlank());
    }

    private static Optional<String> hours(Document document) {
        var days = document.select("div.horaires li");
        var week = days.stream().map(Element::text).collect(Collectors.joining(" | "));
        days.forEach(Element::remove);
        return Optional.of(week).filter(text -> !text.isBlank());
    }

    @Override
    public String toString() {
        return "AccessDescription[…]";
    }
}
