package io.github.pscsdk.plugin.cps.internal.card;

import java.util.ArrayList;
import java.util.List;

/** EF.ODF (PKCS #15 v1.1, 6.2): which directory holds which kind of object. */
final class ObjectDirectory {
    /** The card's own certificates; those of authorities stand under other tags. */
    private static final int CERTIFICATES = 0xA4;

    private ObjectDirectory() {}

    static List<byte[]> certificateDirectories(List<Tlv> entries) throws CardDataException {
        var found = new ArrayList<byte[]>();
        for (var entry : entries) {
            if (entry.tag() == CERTIFICATES) {
                var path = entry.child(Der.SEQUENCE);
                if (path.isPresent()) {
                    found.add(Der.path(path.get()));
                }
            }
        }
        return found;
    }
}
