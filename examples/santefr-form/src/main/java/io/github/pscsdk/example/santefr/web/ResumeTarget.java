package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.santefr.web.HomePage.Notice;

/** Where a form leads to that was sent when its session was over. */
enum ResumeTarget {
    /** To the fields, filled with what was typed. */
    TO_THE_FORM(Notice.INPUT_KEPT),
    /** To the preview, without the yes: a hand-over needs a fresh one. */
    TO_THE_PREVIEW(Notice.NOT_HANDED_OVER);

    private final Notice notice;

    ResumeTarget(Notice notice) {
        this.notice = notice;
    }

    /** What the connection page says. */
    Notice notice() {
        return notice;
    }

    /** What is kept of a form; of a hand-over nothing. */
    FormFields kept(FormFields form) {
        return this == TO_THE_FORM ? form : FormFields.NONE;
    }

    String address(String number) {
        return switch (this) {
            case TO_THE_FORM -> DossierPage.address(number) + "/edit";
            case TO_THE_PREVIEW -> CheckPage.address(number) + "?confirm=needed";
        };
    }
}
