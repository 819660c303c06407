package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.json.JsonView;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.proxy.internal.store.FileSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /v1/traces}, over every place in which traces are kept. */
class PagesOfTracesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00.123Z");
    private static final String PERIOD = "/v1/traces?start=2026-11-27T00:00:00Z&end=2026-11-28T00:00:00Z";

    @TempDir
    private Path folder;

    private enum Place {
        MEMORY,
        FOLDER,
        ENCRYPTED_FOLDER,
        STORE
    }

    private Consumer<ProxyServerBuilder> in(Place place) throws Exception {
        var ring = DrawnKeys.drawnIn(folder).ring();
        var traces = folder.resolve("traces");
        return switch (place) {
            case MEMORY -> builder -> {};
            case FOLDER -> builder -> builder.traces(traces, Optional.empty());
            case ENCRYPTED_FOLDER -> builder -> builder.traces(traces, Optional.of(ring));
            case STORE ->
                builder -> builder.stores(new FileSource(folder.resolve("sessions"), ring))
                        .traces(TraceSettings.inStore());
        };
    }

    private Bench bench(Place place) throws Exception {
        var settings = in(place);
        // All at the same time.
        return Bench.start(builder -> {
            settings.accept(builder);
            builder.clock(Clock.fixed(NOW, ZoneOffset.UTC));
        });
    }

    private static String name(int caller) {
        return "nobody-" + caller;
    }

    private static void fail(Bench bench, int caller) throws Exception {
        assertEquals(
                404,
                bench.calls()
                        .connect(ConnectBody.of(Bench.PHARMACIST, name(caller)))
                        .status());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void page_by_page_each_trace_comes_once_although_all_have_the_same_time(Place place) throws Exception {
        try (var bench = bench(place)) {
            for (var i = 0; i < 7; i++) {
                fail(bench, i);
            }

            var found = new ArrayList<String>();
            var sizes = new ArrayList<Integer>();
            var query = "";
            JsonView page;
            do {
                page = JsonView.of(
                        bench.operator().get(PERIOD + "&limit=3" + query).body());
                var traces = page.at("/traces").elements();
                sizes.add(traces.size());
                traces.forEach(trace -> found.add(trace.text("/clientId")));
                query = page.has("/next") ? "&after=" + encoded(page.text("/next")) : "";
            } while (!query.isEmpty());

            assertEquals(List.of(3, 3, 1), sizes);
            assertEquals(
                    IntStream.range(0, 7).mapToObj(PagesOfTracesTest::name).toList(),
                    found.stream().sorted().toList());
        }
    }

    @Test
    void the_last_page_that_is_just_full_names_no_next_one_and_a_period_without_traces_is_an_empty_page()
            throws Exception {
        try (var bench = bench(Place.MEMORY)) {
            fail(bench, 1);
            fail(bench, 2);

            assertFalse(JsonView.of(bench.operator().get(PERIOD + "&limit=2").body())
                    .has("/next"));
            assertEquals(
                    "{\"traces\":[]}",
                    bench.operator()
                            .get("/v1/traces?start=2026-11-27T11:00:00Z")
                            .text());
        }
    }

    @Test
    void a_cursor_of_before_the_period_leads_no_further_back() throws Exception {
        try (var bench = bench(Place.MEMORY)) {
            fail(bench, 1);
            fail(bench, 2);
            var first = JsonView.of(bench.operator().get(PERIOD + "&limit=1").body());

            var later = "/v1/traces?start=" + NOW.plusSeconds(1) + "&end=2026-11-28T00:00:00Z&after="
                    + encoded(first.text("/next"));
            assertEquals("{\"traces\":[]}", bench.operator().get(later).text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/traces",
                "/v1/traces?start=yesterday",
                PERIOD + "&limit=0",
                PERIOD + "&limit=1001",
                PERIOD + "&limit=-1",
                PERIOD + "&limit=many",
                PERIOD + "&limit=99999999999",
                PERIOD + "&after=",
                PERIOD + "&after=2026-11-27T10:00:00Z"
            })
    void what_cannot_be_asked_is_a_400(String path) throws Exception {
        try (var bench = bench(Place.MEMORY)) {
            var answer = bench.operator().get(path);

            assertEquals(400, answer.status());
            assertEquals("400", answer.json("/code"));
        }
    }

    @Test
    void nobody_but_an_operator_reads_them() throws Exception {
        try (var bench = bench(Place.MEMORY)) {
            assertEquals(403, bench.calls().get(PERIOD).status());
            assertEquals(401, bench.anybody().get(PERIOD).status());
        }
    }

    @Test
    void what_came_in_plain_text_before_there_was_a_key_ring_is_on_the_same_pages() throws Exception {
        try (var bench = bench(Place.FOLDER)) {
            fail(bench, 1);
        }
        try (var bench = bench(Place.ENCRYPTED_FOLDER)) {
            fail(bench, 2);

            var page = JsonView.of(bench.operator().get(PERIOD).body());
            assertEquals(
                    List.of(name(1), name(2)),
                    Stream.of("/traces/0/clientId", "/traces/1/clientId")
                            .map(page::text)
                            .sorted()
                            .toList());
            assertTrue(bench.operator().traces().size() == 2);
        }
    }
}
