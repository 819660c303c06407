package io.github.pscsdk.loginui;

import java.util.Locale;

/** The words of button and picture in one language. */
enum Wording {
    FRENCH(Locale.FRENCH, PscButton.LABEL, PscButton.MORE, "Code QR de la page de connexion"),
    ENGLISH(Locale.ENGLISH, PscButton.LABEL_IN_ENGLISH, PscButton.MORE_IN_ENGLISH, "QR code of the login page");

    private final Locale locale;
    private final String label;
    private final String more;
    private final String qrCode;

    Wording(Locale locale, String label, String more, String qrCode) {
        this.locale = locale;
        this.label = label;
        this.more = more;
        this.qrCode = qrCode;
    }

    /** French for French, English for all others, as the texts of problems. */
    static Wording in(Locale locale) {
        return FRENCH.locale.getLanguage().equals(locale.getLanguage()) ? FRENCH : ENGLISH;
    }

    Locale locale() {
        return locale;
    }

    /** The tag of RFC 5646. */
    String tag() {
        return locale.toLanguageTag();
    }

    String label() {
        return label;
    }

    String more() {
        return more;
    }

    String qrCode() {
        return qrCode;
    }
}
