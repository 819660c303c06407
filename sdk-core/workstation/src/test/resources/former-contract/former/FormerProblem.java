package former;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;

/** The one problem of the plug-in. */
public enum FormerProblem implements Problem {
    WORN;

    @Override
    public String code() {
        return "FRM-001";
    }

    @Override
    public Party party() {
        return Party.WORKSTATION;
    }

    @Override
    public boolean allowsNextWay() {
        return false;
    }
}
