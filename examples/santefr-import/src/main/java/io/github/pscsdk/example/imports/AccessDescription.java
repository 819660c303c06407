package io.github.pscsdk.example.imports;

import io.github.pscsdk.example.declaration.text.PlainText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * How one comes to an offer, as the column {@code Modalites_accueil} of the files exported from Santé.fr says it:
 * paragraphs that begin with a label, and a list of days.
 *
 * @param values by the members of an offer that they are; {@code hoursText} has the days, with bars between them
 * @param rest text of the cell that is none of these
 */
public record AccessDescription(Map<String, String> values, Optional<String> rest) {
    private static final String WEBSITE = "website";
    /** Members of an offer by the labels of their paragraphs. */
    private static final Map<String, String> MEMBERS = Map.of(
            "acces", "appointment",
            "informations complementaires", "details",
            "telephone pour la prise de rendez vous", "phone",
            "site internet pour la prise de rendez vous", WEBSITE);

    private static final String TITLE = "informations complementaires relatives a l offre de vaccination";

    public static AccessDescription of(String html) {
        var document = Jsoup.parseBodyFragment(html);
        var values = paragraphs(document);
        hours(document).ifPresent(week -> values.put("hoursText", week));
        document.select("h3").stream()
                .filter(title -> PlainText.key(title.text()).equals(TITLE))
                .forEach(Element::remove);
        // Stray commas between the blocks are part of the published file.
        var rest = Optional.of(document.body().text())
                .filter(text -> !PlainText.key(text).isEmpty());
        return new AccessDescription(values, rest);
    }

    /** Takes the labelled paragraphs out. A label that comes twice is left in, and so are words beside a link. */
    private static Map<String, String> paragraphs(Document document) {
        var paragraphs = new HashMap<String, String>();
        for (var paragraph : document.select("p:has(> strong)")) {
            var strong = paragraph.selectFirst("strong");
            var member = MEMBERS.get(PlainText.key(strong.text()));
            if (member != null && !paragraphs.containsKey(member)) {
                strong.remove();
                var value = member.equals(WEBSITE) ? address(paragraph) : text(paragraph);
                value.ifPresent(given -> paragraphs.put(member, given));
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
