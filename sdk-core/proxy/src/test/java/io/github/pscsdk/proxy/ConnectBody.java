package io.github.pscsdk.proxy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of a login, member by member. Immutable. */
public final class ConnectBody {
    private final Map<String, String> members;

    private ConnectBody(Map<String, String> members) {
        this.members = members;
    }

    /** A valid body of {@code /connect}. */
    public static ConnectBody of(String nationalId, String clientId) {
        return new ConnectBody(Map.of())
                .with("nationalId", nationalId)
                .with("bindingMessage", "73")
                .with("clientId", clientId)
                .with("channel", "MOBILE");
    }

    ConnectBody with(String member, String value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new ConnectBody(more);
    }

    ConnectBody without(String member) {
        var fewer = new LinkedHashMap<>(members);
        fewer.remove(member);
        return new ConnectBody(fewer);
    }

    String json() {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":\"" + member.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
