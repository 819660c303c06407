package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.web.PageHandler.PageAction;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages on which professionals keep their declarations. */
final class DeclarationPages {
    private static final String MINE = "/mine";
    private static final String ONE = MINE + "/{number}";

    private final SessionGuard signedIn;
    private final ListPage list;
    private final ImportPage imports;
    private final DossierPage dossier;
    private final EditPage edit;
    private final HandOverPage handOver;
    private final WithdrawPage withdraw;

    DeclarationPages(SessionGuard signedIn, InterruptedForms interrupted, Dossiers dossiers, Clock clock) {
        this.signedIn = signedIn;
        this.list = new ListPage(dossiers);
        this.imports = new ImportPage(dossiers, clock);
        this.dossier = new DossierPage(dossiers);
        this.edit = new EditPage(dossiers, interrupted);
        this.handOver = new HandOverPage(dossiers, interrupted);
        this.withdraw = new WithdrawPage(dossiers);
    }

    /** In the order in which paths are matched: {@code import} before the number of a declaration. */
    Map<String, PageAction> read() {
        var read = new LinkedHashMap<String, PageAction>();
        read.put(MINE, signedIn.read(list::show));
        read.put(ImportPage.ADDRESS, signedIn.read(imports::show));
        read.put(ImportPage.REPORT, signedIn.read(imports::report));
        read.put(ImportPage.REPORT_AS_FILE, signedIn.read(imports::reportAsFile));
        read.put(ONE, signedIn.read(dossier::show));
        read.put(ONE + "/edit", signedIn.read(edit::show));
        read.put(ONE + "/preview", signedIn.read(handOver::preview));
        read.put(ONE + "/receipt", signedIn.read(handOver::receipt));
        read.put(ONE + "/withdraw", signedIn.read(withdraw::show));
        read.put(ONE + "/history", signedIn.read(dossier::history));
        return read;
    }

    Map<String, PageAction> sent() {
        return Map.of(
                MINE,
                signedIn.sent(list::begin),
                ImportPage.ADDRESS,
                signedIn.sentFile(imports::receive),
                ONE + "/edit",
                signedIn.sent(edit::receive, ResumeTarget.TO_THE_FORM),
                ONE + "/accept",
                signedIn.sent(edit::accept),
                ONE + "/hand-over",
                signedIn.sent(handOver::handOver, ResumeTarget.TO_THE_PREVIEW),
                ONE + "/confirm",
                signedIn.sent(dossier::confirm),
                ONE + "/withdraw",
                signedIn.sent(withdraw::withdraw));
    }
}
