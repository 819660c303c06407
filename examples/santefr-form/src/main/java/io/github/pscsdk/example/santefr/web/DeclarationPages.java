package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.web.PageHandler.PageAction;
import java.time.Clock;
import java.util.EnumMap;
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
    private final Map<FormStep, StepPage> steps = new EnumMap<>(FormStep.class);
    private final CheckPage check;
    private final WithdrawPage withdraw;

    DeclarationPages(SessionGuard signedIn, InterruptedForms interrupted, Dossiers dossiers, Clock clock) {
        this.signedIn = signedIn;
        this.list = new ListPage(dossiers);
        this.imports = new ImportPage(dossiers, clock);
        this.dossier = new DossierPage(dossiers);
        for (var step : FormStep.values()) {
            if (step != FormStep.CHECK) {
                steps.put(step, new StepPage(step, dossiers, interrupted));
            }
        }
        this.check = new CheckPage(dossiers, interrupted);
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
        steps.forEach((step, page) -> read.put(ONE + "/" + step.code(), signedIn.read(page::show)));
        read.put(ONE + "/edit", signedIn.read(check::resume));
        read.put(ONE + "/check", signedIn.read(check::show));
        read.put(ONE + "/receipt", signedIn.read(check::receipt));
        read.put(ONE + "/withdraw", signedIn.read(withdraw::show));
        read.put(ONE + "/copy", signedIn.read(dossier::copy));
        read.put(ONE + "/history", signedIn.read(dossier::history));
        return read;
    }

    Map<String, PageAction> sent() {
        var sent = new LinkedHashMap<String, PageAction>();
        sent.put(MINE, signedIn.sent(list::begin));
        sent.put(ImportPage.ADDRESS, signedIn.sentFile(imports::receive));
        steps.forEach((step, page) ->
                sent.put(ONE + "/" + step.code(), signedIn.sent(page::receive, ResumeTarget.TO_THE_FORM)));
        sent.put(ONE + "/accept", signedIn.sent(check::accept));
        sent.put(ONE + "/hand-over", signedIn.sent(check::handOver, ResumeTarget.TO_THE_PREVIEW));
        sent.put(ONE + "/again", signedIn.sent(list::again));
        sent.put(ONE + "/confirm", signedIn.sent(dossier::confirm));
        sent.put(ONE + "/withdraw", signedIn.sent(withdraw::withdraw));
        return sent;
    }
}
