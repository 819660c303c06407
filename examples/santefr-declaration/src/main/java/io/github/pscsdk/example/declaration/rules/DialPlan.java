package io.github.pscsdk.example.declaration.rules;

import java.util.Map;

/** From the ten digits dialled within France to E.164: overseas, the country code is not 33. */
final class DialPlan {
    private static final Map<String, String> COUNTRY_CODES = Map.ofEntries(
            Map.entry("0262", "+262"),
            Map.entry("0263", "+262"),
            Map.entry("0269", "+262"),
            Map.entry("0639", "+262"),
            Map.entry("0692", "+262"),
            Map.entry("0693", "+262"),
            Map.entry("0508", "+508"),
            Map.entry("0590", "+590"),
            Map.entry("0690", "+590"),
            Map.entry("0691", "+590"),
            Map.entry("0594", "+594"),
            Map.entry("0694", "+594"),
            Map.entry("0596", "+596"),
            Map.entry("0696", "+596"),
            Map.entry("0697", "+596"));

    private DialPlan() {}

    /** The E.164 spelling of a number of ten digits beginning with 0. */
    static String international(String national) {
        return COUNTRY_CODES.getOrDefault(national.substring(0, 4), "+33") + national.substring(1);
    }
}
