package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.proxy.internal.json.ConfigurationSchema;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the proxy's settings, against the configuration file as the proxy reads it. */
class ProxySettingsTableTest {
    private static final Pattern HEAD = Pattern.compile("\\| member(?: of `(\\w+)`)? \\| meaning \\| default \\|");
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    /** What the page says once for all members of that kind. */
    private static final Set<String> KINDS = Set.of("secret", "keyStoreFile");

    private static final Pattern TOKEN_EXCHANGE = Pattern.compile("^tokenExchange\\.");

    @Test
    void the_tables_have_every_member_and_no_other() {
        var members = new TreeSet<String>();
        collect("", ConfigurationSchema.ROOT, members);

        assertEquals(members, written());
    }

    /** Members with their places; the client of a token exchange is written as any other, and is one member. */
    private static void collect(String place, String kind, Set<String> members) {
        ConfigurationSchema.members(kind.replace("[]", "")).forEach((member, value) -> {
            var name = place + member;
            var isWhole = KINDS.contains(value) || name.equals("backends.tokenExchange.client");
            if (isWhole || ConfigurationSchema.members(value.replace("[]", "")).isEmpty()) {
                members.add(name);
            } else {
                collect(name + ".", value, members);
            }
        });
    }

    private static Set<String> written() {
        var names = new TreeSet<String>();
        var groups = new HashSet<String>();
        var table = "";
        for (var line : Repository.read("docs/run-a-proxy.md").split("\n")) {
            var head = HEAD.matcher(line);
            if (head.matches()) {
                table = head.group(1) == null ? "." : head.group(1) + ".";
                groups.add(table);
            } else if (!line.startsWith("|")) {
                table = "";
            } else if (!table.isEmpty()) {
                var prefix =
                        table.equals(".") ? "" : TOKEN_EXCHANGE.matcher(table).replaceFirst("backends.$0");
                names(line.split(" \\| ")[0]).map(prefix::concat).forEach(names::add);
            }
        }
        // These have a table of their own.
        names.removeAll(Set.of("store", "backends.tokenExchange"));
        assertEquals(Set.of(".", "store.", "tokenExchange."), groups);
        return names;
    }

    private static Stream<String> names(String cell) {
        return Arrays.stream(
                NAME.matcher(cell).results().map(found -> found.group(1)).toArray(String[]::new));
    }
}
