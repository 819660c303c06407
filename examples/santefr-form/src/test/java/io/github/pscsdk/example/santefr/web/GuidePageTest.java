package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.example.santefr.web.Visitor.Page;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.guide.SantefrGuide;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The login guide, walked by its own links. */
class GuidePageTest {
    private static final Pattern NEXT = Pattern.compile("href=\"(/guide/[^\"]+)\"");

    private final WebLab lab = WebLab.shared();

    private final Visitor visitor = new Visitor();

    @ParameterizedTest
    @EnumSource
    void its_own_links_lead_to_every_step_and_each_says_all_that_the_tree_says(Language language) throws Exception {
        var guide = SantefrGuide.in(language.locale());
        visitor.get(lab.page("/?lang=" + language.tag()));

        var pages = walk();

        assertEquals(
                guide.steps().stream().map(LoginGuide.Step::id).collect(Collectors.toSet()),
                Stream.concat(pages.keySet().stream(), Stream.of(guide.start().id()))
                        .collect(Collectors.toSet()));
        ShownStep.assertShows(guide.start(), visitor.get(lab.page("/guide")), language);
        for (var one : pages.entrySet()) {
            ShownStep.assertShows(guide.step(one.getKey()).orElseThrow(), one.getValue(), language);
        }
    }

    @Test
    void the_connection_page_and_every_footer_lead_to_its_start() throws Exception {
        var home = visitor.get(lab.page("/"));
        var gone = visitor.get(lab.page("/nowhere"));

        assertEquals(2, home.text().split("<a href=\"/guide\">", -1).length - 1, home.text());
        assertTrue(gone.text().contains("<a href=\"/guide\">Guide de connexion</a>"), gone.text());
    }

    @ParameterizedTest
    @EnumSource(LoginProblem.class)
    void a_failure_leads_to_the_step_where_it_goes_on(LoginProblem problem) throws Exception {
        var failure = visitor.get(lab.page("/problem/" + problem.code()));
        var entrance = "/guide?from=" + problem.code();

        var page = visitor.get(lab.page(entrance));

        assertTrue(failure.text().contains("<a href=\"" + entrance + "\">"), failure.text());
        var step = SantefrGuide.in(Language.FRENCH.locale()).after(problem);
        ShownStep.assertShows(step, page, Language.FRENCH);
        assertTrue(page.text().contains("(" + problem.code() + ")"), page.text());
        assertTrue(
                page.text().contains("href=\"" + entrance + "&amp;lang=en\""), "the other language goes on there too");
    }

    @Test
    void a_code_of_practice_software_is_known_however_it_is_typed() throws Exception {
        var page = visitor.get(lab.page("/guide?from=%20idn-001"));

        assertEquals(200, page.status());
        assertTrue(page.text().contains("(IDN-001)"), page.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guide/gone", "/guide/%3Cscript%3E", "/guide/START", "/guide/%C3%A9"})
    void a_step_that_there_is_not_is_not_found(String address) throws Exception {
        var page = visitor.get(lab.page(address));

        assertEquals(404, page.status());
        assertFalse(page.text().contains("<script>"), page.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"XYZ-999", "%3Cscript%3E", "", "%00", "%E0%A4"})
    void a_code_that_nobody_knows_leads_to_the_start(String code) throws Exception {
        var page = visitor.get(lab.page("/guide?from=" + code));

        ShownStep.assertShows(SantefrGuide.in(Language.FRENCH.locale()).start(), page, Language.FRENCH);
        assertFalse(page.text().contains("<script>") || page.text().contains("XYZ-999"), page.text());
    }

    @Test
    void an_address_that_the_form_sets_is_a_link_with_the_day_on_which_it_was_read(@TempDir Path other)
            throws Exception {
        var addresses = GuideAddresses.none().with("ans-support", "https://support.example/cards 2026-11-02");
        try (var set = WebLab.withGuideAddresses(other, addresses)) {
            var page = visitor.get(set.page("/guide/ans_support"));

            var step = SantefrGuide.in(Language.FRENCH.locale(), addresses)
                    .step("ans_support")
                    .orElseThrow();
            ShownStep.assertShows(step, page, Language.FRENCH);
            assertTrue(
                    page.text().contains("<a href=\"https://support.example/cards\" rel=\"noreferrer\">"), page.text());
            assertTrue(page.text().contains("hors du guide, 2 novembre 2026"), page.text());
        }
        var unset = visitor.get(lab.page("/guide/ans_support")).text();
        assertTrue(
                unset.contains("Support de l’Agence du Numérique en Santé <span class=\"hint\">(adresse inconnue)"),
                unset);
    }

    private Map<String, Page> walk() throws Exception {
        var pages = new LinkedHashMap<String, Page>();
        var ahead = new ArrayDeque<>(links(visitor.get(lab.page("/guide"))));
        while (!ahead.isEmpty()) {
            var link = ahead.pop();
            var id = link.substring("/guide/".length());
            if (!pages.containsKey(id)) {
                var page = visitor.get(lab.page(link));
                pages.put(id, page);
                ahead.addAll(links(page));
            }
        }
        return pages;
    }

    private static List<String> links(Page page) {
        return NEXT.matcher(page.text())
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("?"))
                .toList();
    }
}
