package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.data.ApplicationIdentifiers;
import io.github.pscsdk.testkit.card.internal.chip.data.CardFile;
import io.github.pscsdk.testkit.card.internal.chip.data.CardSerial;
import io.github.pscsdk.testkit.card.internal.chip.data.CardSpec;
import io.github.pscsdk.testkit.card.internal.chip.data.FileTree;
import io.github.pscsdk.testkit.card.internal.chip.data.Hex;
import io.github.pscsdk.testkit.card.internal.chip.data.Tlv;
import io.github.pscsdk.testkit.card.internal.chip.key.KeyRing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Which files a card has, and where (cps-card, section 4). The numbers of the certificate files are invented. */
public final class FileLayout {
    static final String FREE_DATA = "3F000001D107";

    private static final String SERIAL = "3F00D003";
    private static final String DIRECTORY = "3F002F00";
    private static final String CHARACTERISTICS = "3F002F01";
    private static final String APPLICATION = "3F000001";
    private static final String AUTHENTICATION_CERTIFICATE = APPLICATION + "3002";
    private static final String SIGNATURE_CERTIFICATE = APPLICATION + "3001";
    private static final int SITUATIONS = 16;

    private FileLayout() {}

    public static FileTree of(CardSpec spec, KeyRing keys) {
        var hasContacts = spec.generation() != CardSpec.Generation.CPS3_CONTACTLESS;
        var directories = new Pkcs15(hasContacts, spec.generation());
        var name = applicationName(hasContacts);
        var files = new ArrayList<CardFile>(List.of(
                CardFile.directory(FileTree.MASTER),
                CardFile.free(SERIAL, CardSerial.file(spec.serial())),
                CardFile.free(DIRECTORY, directories.application(name, APPLICATION)),
                CardFile.free(CHARACTERISTICS, directories.characteristics()),
                CardFile.directory(APPLICATION),
                CardFile.free(APPLICATION + "5031", directories.objects()),
                CardFile.free(APPLICATION + "5032", directories.token(spec.serial())),
                CardFile.free(APPLICATION + "7003", directories.certificates()),
                CardFile.free(APPLICATION + "7005", directories.codes()),
                certificate(spec, AUTHENTICATION_CERTIFICATE, keys.authenticationCertificate())));
        if (hasContacts) {
            files.add(CardFile.free(APPLICATION + "7001", directories.keys()));
            files.add(certificate(spec, SIGNATURE_CERTIFICATE, keys.signatureCertificate()));
            files.add(CardFile.free(FREE_DATA, new byte[64]));
            IntStream.range(0, SITUATIONS).mapToObj(FileLayout::situation).forEach(files::add);
        }
        return new FileTree(files, applications(spec.generation(), name));
    }

    private static CardFile certificate(CardSpec spec, String path, Supplier<byte[]> content) {
        return spec.hidesHolder() ? CardFile.behindCode(path, content) : CardFile.free(path, content);
    }

    /** One practice; the others are empty templates. */
    private static CardFile situation(int index) {
        var content = index == 0
                ? Tlv.of(
                        0xEE, Tlv.utf8(0x84, "STRUCTURE FICTIVE"), Tlv.utf8(0x85, "10B0999903"), Tlv.utf8(0x86, "SA33"))
                : Tlv.of(0xEE);
        return CardFile.behindCode("%sD1%02X".formatted(APPLICATION, 0x20 + index), () -> content);
    }

    private static byte[] applicationName(boolean hasContacts) {
        return Hex.bytes("E828BD080F8025000001FF00" + (hasContacts ? "10" : "20"));
    }

    private static Map<String, String> applications(CardSpec.Generation generation, byte[] name) {
        return generation == CardSpec.Generation.CPS4
                ? Map.of(Hex.text(name), APPLICATION, Hex.text(ApplicationIdentifiers.CHIPDOC), FileTree.MASTER)
                : Map.of(Hex.text(name), APPLICATION, Hex.text(ApplicationIdentifiers.ROOT), FileTree.MASTER);
    }
}
