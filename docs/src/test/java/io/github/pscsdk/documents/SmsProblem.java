package io.github.pscsdk.documents;

import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Remedy;
import java.util.List;
import java.util.Locale;

/** What can be in the way of a login by SMS. */
enum SmsProblem implements Problem {
    /** The address of the gateway is not set. */
    NOT_SET_UP(
            "SMS-001",
            Party.WORKSTATION,
            "L’adresse du service de SMS manque.",
            "The address of the SMS service is missing."),
    /** The gateway does not answer. */
    GATEWAY_AWAY("SMS-002", Party.SERVICE, "Le service de SMS ne répond pas.", "The SMS service does not answer."),
    /** The code was wrong too often. */
    WRONG_CODE("SMS-003", Party.PROFESSIONAL, "Le code n’est pas le bon.", "The code is not the right one.");

    private final String code;
    private final Party party;
    private final BilingualLine title;

    SmsProblem(String code, Party party, String french, String english) {
        this.code = code;
        this.party = party;
        this.title = BilingualLine.of(french, english);
    }

    @Override
    public Remedy remedy(Locale locale) {
        return new Remedy(title.in(locale), List.of());
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Party party() {
        return party;
    }
}
