package ${package};

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;

/** The problems of a login. The texts are in {@code problems_fr.properties} and {@code problems_en.properties}. */
public enum ${className}Problem implements Problem {
    /** The device does not say whose it is. */
    NO_HOLDER("${problemPrefix}-001", Party.PROFESSIONAL);

    private final String code;
    private final Party party;

    ${className}Problem(String code, Party party) {
        this.code = code;
        this.party = party;
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
