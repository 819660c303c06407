package io.github.pscsdk.example.desktop.json;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes why a declaration is withdrawn. */
public final class WithdrawalJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private WithdrawalJson() {}

    /** @param reason as the receiver spells it */
    public static String write(String reason) {
        return MAPPER.createObjectNode().put("reason", reason).toString();
    }
}
