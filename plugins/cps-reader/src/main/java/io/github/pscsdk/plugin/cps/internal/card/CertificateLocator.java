package io.github.pscsdk.plugin.cps.internal.card;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Finds the certificate that logs in by PKCS #15 v1.1: EF.DIR, object directory (EF.ODF), certificates (EF.CDF). */
final class CertificateLocator {
    private static final String EF_DIR = CpsApplication.MASTER_FILE + "2f00";
    private static final String EF_ODF = "5031";

    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;

    private final CpsApplication files;

    CertificateLocator(CpsApplication files) {
        this.files = files;
    }

    /** The authentication certificate (X.509, DER); empty where the card has none to show without its code. */
    Optional<byte[]> find() throws CardAccessException {
        var application = application(values(EF_DIR));
        for (var directory : certificateDirectories(values(application + EF_ODF))) {
            for (var entry : values(resolve(application, directory))) {
                var certificate = authenticationCertificate(entry);
                if (certificate.isPresent()) {
                    return files.read(resolve(application, certificate.get()), Tlv::extentOfFirst);
                }
            }
        }
        return Optional.empty();
    }

    private List<Tlv> values(String path) throws CardAccessException {
        var content = files.read(path, Tlv::extent);
        return content.isPresent() ? Tlv.all(content.get()) : List.of();
    }

    /** The path that the card gives, seen from a directory: one that begins with 3F00 counts from the master file. */
    private static String resolve(String directory, byte[] path) {
        var digits = HexFormat.of().formatHex(path);
        return digits.startsWith(CpsApplication.MASTER_FILE) ? digits : directory + digits;
    }

    // ---- EF.DIR (ISO/IEC 7816-4, 12.2): templates with an application identifier and a path ------------------------

    private static final int TEMPLATE = 0x61;
    private static final int APPLICATION_IDENTIFIER = 0x4F;
    private static final int APPLICATION_PATH = 0x51;

    /** The issuer's IAS application; the last byte tells contact from contactless. */
    private static final String CPS_APPLICATION = "e828bd080f8025000001ff00";

    /** Where it is on every card seen, should the directory not say. */
    private static final String USUAL_APPLICATION = CpsApplication.MASTER_FILE + "0001";

    private static String application(List<Tlv> directory) throws CardDataException {
        for (var template : directory) {
            if (template.tag() == TEMPLATE && isCps(template)) {
                return template.child(APPLICATION_PATH)
                        .map(path -> resolve(CpsApplication.MASTER_FILE, path.value()))
                        .orElse(USUAL_APPLICATION);
            }
        }
        return USUAL_APPLICATION;
    }

    private static boolean isCps(Tlv template) throws CardDataException {
        return template.child(APPLICATION_IDENTIFIER)
                .map(aid -> HexFormat.of().formatHex(aid.value()))
                .filter(aid -> aid.startsWith(CPS_APPLICATION))
                .isPresent();
    }

    // ---- EF.ODF (PKCS #15, 6.2): which directory holds which kind of object ----------------------------------------

    /** The card's own certificates; those of authorities stand under other tags. */
    private static final int CERTIFICATES = 0xA4;

    private static List<byte[]> certificateDirectories(List<Tlv> entries) throws CardDataException {
        var found = new ArrayList<byte[]>();
        for (var entry : entries) {
            if (entry.tag() == CERTIFICATES) {
                var path = entry.child(SEQUENCE);
                if (path.isPresent()) {
                    found.add(path(path.get()));
                }
            }
        }
        return found;
    }

    // ---- EF.CDF (PKCS #15, 6.6): the identifier that a certificate shares with its key, and its file ---------------

    /** The last byte of the pair that logs in; that of the signature pair is 10. Labels and order mean nothing. */
    private static final byte AUTHENTICATION = 0x20;

    private static final int ATTRIBUTES_OF_TYPE = 0xA1;

    /** The path of the pair that logs in: SEQUENCE { …, SEQUENCE { id, … }, [1] { SEQUENCE { SEQUENCE { path }}}}. */
    private static Optional<byte[]> authenticationCertificate(Tlv entry) throws CardDataException {
        if (entry.tag() != SEQUENCE) {
            return Optional.empty();
        }
        var parts = entry.children();
        var path = entry.child(ATTRIBUTES_OF_TYPE, SEQUENCE, SEQUENCE);
        var id = parts.size() < 3 ? Optional.<Tlv>empty() : parts.get(1).child(OCTET_STRING);
        if (id.isEmpty() || path.isEmpty()) {
            return Optional.empty();
        }
        var file = path(path.get());
        var digits = id.get().value();
        return digits.length > 0 && digits[digits.length - 1] == AUTHENTICATION ? Optional.of(file) : Optional.empty();
    }

    /** A Path (PKCS #15, 6.1.5): an octet string, perhaps with an offset and a length, which a CPS does not use. */
    private static byte[] path(Tlv path) throws CardDataException {
        return path.child(OCTET_STRING)
                .orElseThrow(() -> new CardDataException("a path without file identifiers"))
                .value();
    }
}
