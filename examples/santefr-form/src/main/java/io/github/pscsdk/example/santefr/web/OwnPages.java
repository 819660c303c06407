package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.santefr.dossier.Dossiers;
import java.util.Map;

/** The pages on which professionals keep their declarations. */
final class OwnPages {
    private static final String MINE = "/mine";
    private static final String ONE = MINE + "/{number}";

    private final SignedIn signedIn;
    private final ListPage list;
    private final DossierPage dossier;
    private final EditPage edit;
    private final HandOverPage handOver;
    private final WithdrawPage withdraw;

    OwnPages(SignedIn signedIn, Dossiers dossiers) {
        this.signedIn = signedIn;
        this.list = new ListPage(dossiers);
        this.dossier = new DossierPage(dossiers);
        this.edit = new EditPage(dossiers);
        this.handOver = new HandOverPage(dossiers);
        this.withdraw = new WithdrawPage(dossiers);
    }

    Map<String, Screen> read() {
        return Map.of(
                MINE,
                signedIn.read(list::show),
                ONE,
                signedIn.read(dossier::show),
                ONE + "/edit",
                signedIn.read(edit::show),
                ONE + "/preview",
                signedIn.read(handOver::preview),
                ONE + "/receipt",
                signedIn.read(handOver::receipt),
                ONE + "/withdraw",
                signedIn.read(withdraw::show),
                ONE + "/history",
                signedIn.read(dossier::history));
    }

    Map<String, Screen> sent() {
        return Map.of(
                MINE,
                signedIn.sent(list::begin),
                ONE + "/edit",
                signedIn.sent(edit::receive),
                ONE + "/hand-over",
                signedIn.sent(handOver::handOver),
                ONE + "/confirm",
                signedIn.sent(dossier::confirm),
                ONE + "/withdraw",
                signedIn.sent(withdraw::withdraw));
    }
}
