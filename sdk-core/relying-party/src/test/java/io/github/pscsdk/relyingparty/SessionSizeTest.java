package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one session takes, whatever PSC sends. */
class SessionSizeTest {
    private static final int LIMIT = 256 * 1024;
    private static final int MAX_ANSWER = 1024 * 1024;

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final HandMadePsc psc = lab.psc;

    SessionSizeTest() throws IOException {}

    /** About what a 64-bit JVM with compressed references takes for what was read; shared objects count each time. */
    private static long graph(Object value) throws ReflectiveOperationException {
        if (value instanceof String text) {
            return 40 + (text.chars().allMatch(c -> c < 256) ? 1L : 2L) * text.length();
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? 16 + graph(optional.get()) : 0;
        }
        if (value instanceof Collection<?> list) {
            var size = 40L + 4L * list.size();
            for (var entry : list) {
                size += graph(entry);
            }
            return size;
        }
        if (value instanceof Record found) {
            var size = 16L + 4L * value.getClass().getRecordComponents().length;
            for (RecordComponent part : value.getClass().getRecordComponents()) {
                size += graph(part.getAccessor().invoke(found));
            }
            return size;
        }
        return value instanceof Instant ? 24 : 16;
    }

    private static String repeated(int times, IntFunction<String> entry) {
        return IntStream.range(0, times).mapToObj(entry).collect(Collectors.joining(","));
    }

    private static String userInfo(String more) {
        return HandMadePsc.userInfo().strip().replaceFirst("}$", "").replaceFirst("\"otherIds\".*\\]", "\"x\":0") + ","
                + more + "}";
    }

    private static String practices(String entries) {
        return userInfo("\"SubjectRefPro\":{\"exercices\":[" + entries + "]}");
    }

    private static String document(String kind) {
        return switch (kind) {
            case "empty workplaces" ->
                practices("{\"codeProfession\":\"10\",\"activities\":[" + repeated(300_000, i -> "{}") + "]}");
            case "practices" -> practices(repeated(35_000, i -> "{\"codeProfession\":\"10\"}"));
            case "practices with workplaces" ->
                practices(repeated(
                        64, i -> "{\"codeProfession\":\"10\",\"activities\":[" + repeated(64, j -> "{}") + "]}"));
            case "long texts" ->
                practices(repeated(
                        60,
                        i -> "{\"codeProfession\":\"10\",\"nomDexercice\":\"" + "é".repeat(4_000)
                                + "\",\"prenomDexercice\":\"" + "\\u0001".repeat(1_000) + "\"}"));
            case "one long name" -> HandMadePsc.userInfo().replace("FICTIVE", "x".repeat(1_000_000));
            case "other identifiers" ->
                userInfo("\"otherIds\":[" + repeated(25_000, i -> "{\"identifiant\":\"" + i + "\",\"origine\":\"X\"}")
                        + "]");
            case "long other identifiers" ->
                userInfo("\"otherIds\":["
                        + repeated(450, i -> "{\"identifiant\":\"" + i + "-" + "y".repeat(2_000) + "\"}") + "]");
            case "long origins" ->
                userInfo("\"otherIds\":["
                        + repeated(
                                160,
                                i -> "{\"identifiant\":\"" + i + "\",\"origine\":\"" + "\\u0001".repeat(1_000) + "\"}")
                        + "]");
            default -> throw new AssertionError(kind);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty workplaces",
                "practices",
                "practices with workplaces",
                "long texts",
                "one long name",
                "other identifiers",
                "long other identifiers",
                "long origins"
            })
    void a_session_of_the_longest_user_info_takes_at_most_256_kb(String kind) throws Exception {
        var document = document(kind);
        assertTrue(document.length() < MAX_ANSWER, "it is an answer that is read");
        psc.answer("/userinfo", document);
        psc.tokens(
                claims -> claims.put("sid", "s".repeat(8_000)),
                "\"refresh_token\":\"" + "r".repeat(16_000) + "\",\"scope\":\"" + "scope ".repeat(10_000) + "\",");

        var session = lab.logIn();

        assertTrue(lab.store.size() < LIMIT, () -> "the store holds " + lab.store.size());
        assertTrue(graph(session) < LIMIT);
        var professional = session.professional();
        assertEquals(Lab.PHARMACIST, professional.nationalId());
        assertTrue(professional.practices().size() <= 64);
        assertTrue(
                professional.practices().stream().allMatch(p -> p.workplaces().size() <= 64));
        assertTrue(professional.otherIds().size() <= 64);
        assertTrue(professional.familyName().length() <= 1_024);
    }

    @Test
    void five_practices_with_five_workplaces_each_are_all_kept() throws Exception {
        psc.answer(
                "/userinfo",
                practices(repeated(
                        5,
                        i -> "{\"codeProfession\":\"1" + i + "\",\"activities\":["
                                + repeated(5, j -> "{\"raisonSocialeSite\":\"CABINET " + j + "\"}") + "]}")));

        var practices = lab.logIn().professional().practices();

        assertEquals(5, practices.size());
        assertTrue(practices.stream().allMatch(p -> p.workplaces().size() == 5));
    }
}
