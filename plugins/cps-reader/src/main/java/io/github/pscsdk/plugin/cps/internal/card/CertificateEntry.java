package io.github.pscsdk.plugin.cps.internal.card;

import java.util.List;
import java.util.Optional;

/** An entry of EF.CDF (PKCS #15 v1.1, 6.6): the identifier that a certificate shares with its key, and its file. */
final class CertificateEntry {
    /** The pair that logs in; the signature pair ends in 10. Labels and order mean nothing. */
    private static final byte AUTHENTICATION = 0x20;

    private static final int ATTRIBUTES_OF_TYPE = 0xA1;

    private final byte[] id;
    private final byte[] path;

    private CertificateEntry(byte[] id, byte[] path) {
        this.id = id;
        this.path = path;
    }

    static Optional<CertificateEntry> authentication(List<Tlv> directory) throws CardDataException {
        for (var value : directory) {
            var entry = read(value);
            if (entry.filter(CertificateEntry::isAuthentication).isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    /** SEQUENCE { common object attributes, SEQUENCE { id, … }, [1] { SEQUENCE { SEQUENCE { path } } } }. */
    private static Optional<CertificateEntry> read(Tlv entry) throws CardDataException {
        if (entry.tag() != Der.SEQUENCE) {
            return Optional.empty();
        }
        var parts = entry.children();
        var last = entry.child(ATTRIBUTES_OF_TYPE);
        if (parts.size() < 3 || last.isEmpty()) {
            return Optional.empty();
        }
        var id = parts.get(1).child(Der.OCTET_STRING);
        var attributes = last.get().child(Der.SEQUENCE);
        var path =
                attributes.isEmpty() ? Optional.<Tlv>empty() : attributes.get().child(Der.SEQUENCE);
        if (id.isEmpty() || path.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CertificateEntry(id.get().value(), Der.path(path.get())));
    }

    private boolean isAuthentication() {
        return id.length > 0 && id[id.length - 1] == AUTHENTICATION;
    }

    byte[] path() {
        return path.clone();
    }
}
