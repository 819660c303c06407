package io.github.pscsdk.plugin.cps.internal.card;

import java.util.HexFormat;
import java.util.List;

/** EF.DIR (ISO/IEC 7816-4, 12.2): templates 61 with an application identifier 4F and a path 51. */
final class ApplicationDirectory {
    private static final int TEMPLATE = 0x61;
    private static final int IDENTIFIER = 0x4F;
    private static final int PATH = 0x51;

    /** The issuer's IAS application; the last byte tells contact from contactless. */
    private static final String CPS_APPLICATION = "e828bd080f8025000001ff00";

    /** Where it is on every card seen, should the directory not say. */
    private static final CardPath USUAL_HOME = CardPath.of("0001");

    private ApplicationDirectory() {}

    static CardPath home(List<Tlv> directory) throws CardDataException {
        for (var template : directory) {
            if (template.tag() == TEMPLATE && isCps(template)) {
                return template.child(PATH)
                        .map(path -> CardPath.of("").resolve(path.value()))
                        .orElse(USUAL_HOME);
            }
        }
        return USUAL_HOME;
    }

    private static boolean isCps(Tlv template) throws CardDataException {
        return template.child(IDENTIFIER)
                .map(aid -> HexFormat.of().formatHex(aid.value()))
                .filter(aid -> aid.startsWith(CPS_APPLICATION))
                .isPresent();
    }
}
