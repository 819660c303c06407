package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Somebody of Pro Santé Identité begins a draft, and later has an RPPS number too. */
class MergedIdentityTest {
    private static final String NUMBER = "-0000001";

    private final WebLab lab = WebLab.shared();

    @Test
    void a_draft_is_found_after_the_merge_and_can_be_handed_over() throws Exception {
        lab.simulator.turn("identity", "PSI");
        var before = Declarant.loggedIn(lab);
        before.begin("testing");
        before.fill(Declarant.FLAWLESS);
        lab.simulator.turn("identity", "MERGED");

        var after = Declarant.loggedIn(lab);

        assertTrue(after.mine().text().contains(NUMBER), "the draft is there");
        var receipt = after.handOver(after.step("check"));
        assertEquals(after.dossier("/receipt"), receipt.address());
    }

    @Test
    void nobody_finds_the_draft_of_a_person_whom_nothing_links_to_them() throws Exception {
        lab.simulator.turn("identity", "PSI");
        Declarant.loggedIn(lab).begin("testing");
        lab.simulator.turn("identity", "CHANGED");

        var other = Declarant.loggedIn(lab);

        assertEquals(404, other.visitor.get(other.dossier("/hours")).status());
    }
}
