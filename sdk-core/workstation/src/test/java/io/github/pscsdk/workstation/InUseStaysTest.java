package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.api.PluginStatus.State;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Version 1.1.0 is in use and 1.0.0 may lie beside it: for whatever reason a newer one is refused, 1.1.0 serves on. */
class InUseStaysTest {
    private static final Set<RefusedArchive> ONE_OF_EACH_KIND = EnumSet.of(
            RefusedArchive.TRUNCATED,
            RefusedArchive.NOT_TRUSTED,
            RefusedArchive.OTHER_ID_WITH_THE_SAME_AUTHENTICATOR,
            RefusedArchive.OTHER_RANGE,
            RefusedArchive.CORRUPT_CLASS);

    @TempDir
    Path folder;

    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    private final List<PscClient> clients = new ArrayList<>();

    @AutoClose
    private final AutoCloseable afterwards = () -> clients.forEach(PscClient::close);

    /** Where the newer archive is put. */
    private enum Place {
        IN_PLACE_OF_THE_FILE,
        BESIDE_THE_FILE,
        UNDER_ANOTHER_NAME
    }

    @BeforeEach
    void write_the_version_in_use() throws Exception {
        write("late.jar", "1.1.0");
    }

    private void write(String file, String version) throws Exception {
        LatePlugin.archive(file, version).writeInto(folder);
    }

    private PscClient build(PluginIntegrity integrity) {
        var client = Fakes.builder(server)
                .pluginDirectory(folder)
                .pluginIntegrity(integrity)
                .build();
        clients.add(client);
        return client;
    }

    private PscClient build() {
        return build(PluginIntegrity.off());
    }

    /** Off, but where the newer archive is to be refused because it is not trusted: what is in the folder by now is. */
    private PluginIntegrity integrityFor(RefusedArchive newer) throws Exception {
        if (newer != RefusedArchive.NOT_TRUSTED) {
            return PluginIntegrity.off();
        }
        var sums = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                sums.add(HexFormat.of().formatHex(sum));
            }
        }
        return PluginIntegrity.strict().withArchives(sums);
    }

    private static String inUse(PscClient client) {
        return client.authenticators().stream()
                .filter(authenticator -> authenticator.id().equals("late"))
                .map(authenticator -> authenticator.displayName(Locale.ENGLISH))
                .findFirst()
                .orElse("none");
    }

    private static PluginStatus refused(PscClient client, String file) {
        return client.plugins().all().stream()
                .filter(status -> status.file().equals(file) && status.state() == State.REFUSED)
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> everyReasonAtEveryPlace() {
        return Stream.of(RefusedArchive.values())
                .flatMap(newer -> Stream.of(Place.values())
                        .filter(place -> place != Place.UNDER_ANOTHER_NAME || newer.tellsId())
                        .flatMap(place -> Stream.of(true, false).map(lower -> Arguments.of(newer, place, lower))));
    }

    /** Every reason at one place, and at every place one of each kind of archive: what hosts cannot read, do not trust, or read and refuse. */
    static Stream<Arguments> everyReasonAndEveryPlace() {
        return everyReasonAtEveryPlace()
                .filter(row -> ONE_OF_EACH_KIND.contains(row.get()[0])
                        || row.get()[1] == Place.IN_PLACE_OF_THE_FILE && row.get()[2].equals(false));
    }

    static Set<RefusedArchive> oneOfEachKind() {
        return ONE_OF_EACH_KIND;
    }

    @ParameterizedTest
    @MethodSource("everyReasonAndEveryPlace")
    void what_is_in_use_stays_in_use_for_whatever_reason_a_newer_one_is_refused(
            RefusedArchive newer, Place place, boolean lower) throws Exception {
        assertStaysInUse(newer, place, lower);
    }

    @ParameterizedTest
    @MethodSource("everyReasonAtEveryPlace")
    @Tag("long")
    void so_it_does_for_each_reason_at_each_place(RefusedArchive newer, Place place, boolean lower) throws Exception {
        assertStaysInUse(newer, place, lower);
    }

    private void assertStaysInUse(RefusedArchive newer, Place place, boolean lower) throws Exception {
        if (lower) {
            write("older.jar", "1.0.0");
        }
        var client = build(integrityFor(newer));
        var file = folder.resolve(place == Place.IN_PLACE_OF_THE_FILE ? "late.jar" : "newer.jar");
        newer.writeTo(file);
        if (place == Place.UNDER_ANOTHER_NAME) {
            Files.delete(folder.resolve("late.jar"));
        }

        client.plugins().refresh();
        client.plugins().refresh();

        assertEquals("1.1.0", inUse(client));
        assertTrue(client.login(LoginRequest.using("late")).isActive());
        var status = refused(client, file.getFileName().toString());
        assertEquals(newer.problem(), status.findings().get(0).problem());
        assertEquals(newer.tellsId(), status.pluginId().filter("late"::equals).isPresent());

        if (newer != RefusedArchive.NOT_TRUSTED) {
            Files.delete(file);
            write(file.getFileName().toString(), "1.3.0");
            client.plugins().refresh();
            assertEquals("1.3.0", inUse(client));
        }
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void the_state_of_a_lower_version_says_why_it_is_not_used_and_a_cold_start_uses_it(RefusedArchive newer)
            throws Exception {
        assertLowerOneIsToldAndUsedAfterAColdStart(newer);
    }

    private void assertLowerOneIsToldAndUsedAfterAColdStart(RefusedArchive newer) throws Exception {
        write("older.jar", "1.0.0");
        var integrity = integrityFor(newer);
        var client = build(integrity);
        newer.writeTo(folder.resolve("late.jar"));

        client.plugins().refresh();

        var finding = refused(client, "older.jar").findings().get(0);
        assertEquals(PluginProblem.DUPLICATE, finding.problem());
        assertEquals("late.jar", finding.facts().get("other"));
        assertEquals("1.1.0", finding.facts().get("used"));
        assertTrue(finding.facts().get("reason").contains("after a restart"), finding::toString);
        assertEquals("1.0.0", inUse(build(integrity)));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void a_higher_version_that_works_takes_its_place_all_the_same(RefusedArchive newer) throws Exception {
        assertGivesWayToAHigherOne(newer);
    }

    private void assertGivesWayToAHigherOne(RefusedArchive newer) throws Exception {
        write("higher.new", "1.1.1");
        var client = build(integrityFor(newer));
        newer.writeTo(folder.resolve("late.jar"));
        Files.move(folder.resolve("higher.new"), folder.resolve("higher.jar"));

        client.plugins().refresh();

        assertEquals("1.1.1", inUse(client));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void it_is_switched_off_although_its_file_is_a_refused_one(RefusedArchive newer) throws Exception {
        assertIsSwitchedOff(newer);
    }

    private void assertIsSwitchedOff(RefusedArchive newer) throws Exception {
        var integrity = integrityFor(newer);
        var client = build(integrity);
        newer.writeTo(folder.resolve("late.jar"));
        client.plugins().refresh();

        client.plugins().disable("late");
        assertNotEquals("1.1.0", inUse(client));
        assertEquals(inUse(build(integrity)), inUse(client));
    }

    @ParameterizedTest
    @EnumSource(RefusedArchive.class)
    @Tag("long")
    void a_lower_version_is_told_and_used_after_a_cold_start_for_whatever_reason(RefusedArchive newer)
            throws Exception {
        assertLowerOneIsToldAndUsedAfterAColdStart(newer);
    }

    @ParameterizedTest
    @EnumSource(RefusedArchive.class)
    @Tag("long")
    void it_gives_way_to_a_higher_one_for_whatever_reason(RefusedArchive newer) throws Exception {
        assertGivesWayToAHigherOne(newer);
    }

    @ParameterizedTest
    @EnumSource(RefusedArchive.class)
    @Tag("long")
    void it_is_switched_off_for_whatever_reason(RefusedArchive newer) throws Exception {
        assertIsSwitchedOff(newer);
    }

    @Test
    void removed_it_ends_with_its_refused_files() throws Exception {
        var client = build();
        RefusedArchive.TRUNCATED.writeTo(folder.resolve("late.jar"));
        RefusedArchive.OTHER_RANGE.writeTo(folder.resolve("newer.jar"));
        client.plugins().refresh();

        client.plugins().remove("late");

        assertEquals("none", inUse(client));
        assertTrue(Files.notExists(folder.resolve("late.jar")));
        assertTrue(Files.notExists(folder.resolve("newer.jar")));
    }

    @Test
    void where_its_file_is_deleted_what_tells_no_id_does_not_keep_it() throws Exception {
        write("older.jar", "1.0.0");
        var client = build();
        Files.delete(folder.resolve("late.jar"));
        RefusedArchive.TRUNCATED.writeTo(folder.resolve("newer.jar"));

        client.plugins().refresh();

        assertEquals("1.0.0", inUse(client));
    }

    @Test
    void where_its_file_is_deleted_it_gives_way_to_the_highest_that_works_and_a_refused_lower_one_changes_nothing()
            throws Exception {
        write("older.jar", "1.0.0");
        LatePlugin.archive("oldest.jar", "0.9.0")
                .with("Plugin-Requires", ">=0.1.0 & <1.0.0")
                .writeInto(folder);
        var client = build();
        Files.delete(folder.resolve("late.jar"));

        client.plugins().refresh();

        assertEquals("1.0.0", inUse(client));
    }

    @Test
    void where_another_plug_in_that_is_switched_off_lies_in_place_of_its_file_it_ends() throws Exception {
        var client = build();
        LatePlugin.archive("late.jar", "1.2.0").with("Plugin-Id", "other").writeInto(folder);
        Files.writeString(folder.resolve("disabled.txt"), "other\n");

        client.plugins().refresh();

        assertEquals("none", inUse(client));
    }

    @Test
    void a_version_that_works_in_place_of_its_file_is_used_though_it_is_lower() throws Exception {
        var client = build();
        write("late.jar", "1.0.0");

        client.plugins().refresh();

        assertEquals("1.0.0", inUse(client));
    }

    @Test
    void it_stays_where_so_many_archives_lie_before_it_that_its_file_is_not_looked_at() throws Exception {
        write("a-lower.jar", "1.0.0");
        var client = build();
        for (var count = 100; count < 360; count++) {
            Files.createFile(folder.resolve("b" + count + ".jar"));
        }

        client.plugins().refresh();

        assertEquals("1.1.0", inUse(client));
    }
}
