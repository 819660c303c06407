package io.github.pscsdk.testkit.card.internal.gestion;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.internal.crypto.PersonsHierarchy;
import io.github.pscsdk.testkit.card.internal.gestion.PinPad.Verdict;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.OptionalInt;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** Uses the card in a reader as CPS-Gestion does: reads the holder, presents the code, lets it sign; and resets it. */
public final class InsertedCard implements PinPad {
    private final CardTerminal reader;
    private final Clock clock;

    public InsertedCard(CardInHand hand, Clock clock) {
        this.reader = hand.terminal();
        this.clock = clock;
    }

    @Override
    public synchronized Verdict tryCode(String nationalId, char[] code) {
        if (!CharBuffer.wrap(code).chars().allMatch(digit -> digit >= '0' && digit <= '9') || code.length != 4) {
            return Verdict.NOT_A_CODE;
        }
        try (var dialogue = CardDialogue.with(reader)) {
            var certificate = dialogue.certificate();
            if (!names(certificate, nationalId) || !PersonsHierarchy.test().vouchesFor(certificate, clock.instant())) {
                return Verdict.OTHER_CARD;
            }
            var digits = StandardCharsets.US_ASCII.encode(CharBuffer.wrap(code));
            try {
                var verdict = dialogue.verify(bytes(digits));
                // A right code is not enough: the card must show that it has the key of its certificate.
                return verdict == Verdict.APPROVED && !dialogue.provesItsKey(certificate)
                        ? Verdict.OTHER_CARD
                        : verdict;
            } finally {
                Arrays.fill(digits.array(), (byte) 0);
            }
        } catch (CardException | GeneralSecurityException | IllegalStateException e) {
            return Verdict.NO_CARD;
        }
    }

    /** By the CN, wherever it stands; cards of the former IGC-CPS leave the digit of the register out. */
    private static boolean names(X509Certificate certificate, String nationalId) {
        try {
            for (var rdn : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                var name = rdn.toAttributes().get("CN");
                if (name != null) {
                    return name.contains(nationalId) || name.contains(nationalId.substring(1));
                }
            }
        } catch (InvalidNameException e) {
            return false;
        }
        return false;
    }

    private static byte[] bytes(ByteBuffer digits) {
        return Arrays.copyOf(digits.array(), digits.limit());
    }

    @Override
    public synchronized OptionalInt triesLeft(String nationalId) {
        try (var dialogue = CardDialogue.with(reader)) {
            return OptionalInt.of(dialogue.triesLeft());
        } catch (CardException | IllegalStateException e) {
            return OptionalInt.empty();
        }
    }
}
