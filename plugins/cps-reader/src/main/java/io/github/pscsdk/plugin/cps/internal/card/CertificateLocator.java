package io.github.pscsdk.plugin.cps.internal.card;

import java.util.List;
import java.util.Optional;

/** Follows the directories of a card down to the certificate that logs in. */
public final class CertificateLocator {
    private static final CardPath APPLICATIONS = CardPath.of("2F00");
    private static final byte[] OBJECT_DIRECTORY = {0x50, 0x31};

    private final CardFiles files;

    /** On an open card. */
    public CertificateLocator(CardFiles files) {
        this.files = files;
    }

    /**
     * The authentication certificate as it stands on the card (X.509, DER).
     *
     * @return empty where the card has none to show without its code
     */
    public Optional<byte[]> find() throws CardAccessException, CardDataException {
        var application = ApplicationDirectory.home(values(APPLICATIONS));
        var directories = values(application.resolve(OBJECT_DIRECTORY));
        for (var directory : ObjectDirectory.certificateDirectories(directories)) {
            var entry = CertificateEntry.authentication(values(application.resolve(directory)));
            if (entry.isPresent()) {
                return files.read(application.resolve(entry.get().path()), Extent.firstValue());
            }
        }
        return Optional.empty();
    }

    private List<Tlv> values(CardPath path) throws CardAccessException, CardDataException {
        var content = files.read(path, Extent.VALUES);
        return content.isPresent() ? Tlv.all(content.get()) : List.of();
    }
}
