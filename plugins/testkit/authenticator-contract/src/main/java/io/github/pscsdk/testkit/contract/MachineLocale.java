package io.github.pscsdk.testkit.contract;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** How a machine may be set up. */
record MachineLocale(String language, String zone) {
    /** The Turkish i, Arabic digits, and the Buddhist era with Thai digits; and two ends of the day. */
    static final List<MachineLocale> ODD_ONES = List.of(
            new MachineLocale("tr-TR", "Pacific/Kiritimati"),
            new MachineLocale("ar-EG-u-nu-arab", "Pacific/Pago_Pago"),
            new MachineLocale("th-TH-u-ca-buddhist-nu-thai", "Asia/Kathmandu"));

    /** Restores what was before. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** Sets up this machine so until the result is closed. */
    Scope enter() {
        var localeBefore = Locale.getDefault();
        var zoneBefore = TimeZone.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        return () -> {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        };
    }
}
