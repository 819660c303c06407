package io.github.pscsdk.testkit.card;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Records the exchanges with a card, masked: codes always, and of the responses everything but directories that are
 * the same on every card, counters, random numbers and status words. Safe for any thread if the card is.
 */
public final class RecordedCard implements SmartCard {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int SELECT = 0xA4;
    private static final int READ_BINARY = 0xB0;
    private static final int GET_RESPONSE = 0xC0;

    /** VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER, UPDATE BINARY. */
    private static final Set<Integer> SECRET_DATA = Set.of(0x20, 0x24, 0x2C, 0xD6);

    /** SELECT, GET DATA, GET CHALLENGE, MANAGE CHANNEL. */
    private static final Set<Integer> OPEN_ANSWERS = Set.of(SELECT, 0xCB, 0x84, 0x70);

    /** EF.DIR, EF.ATR, ODF and the directories of keys, certificates and codes; the first two by short identifier. */
    private static final Set<String> ALIKE = Set.of("2F00", "2F01", "5031", "7001", "7003", "7005");

    private static final Set<Integer> ALIKE_SHORT = Set.of(0x1D, 0x1E);

    private static final int HEADER_DIGITS = 10;
    private static final int STATUS_DIGITS = 4;
    private static final int BY_NAME = 0x04;

    private final SmartCard card;
    private final List<ApduTrace.Exchange> exchanges = new ArrayList<>();
    private boolean isFileAlike;
    private boolean isAnswerOpen;

    /** Records the exchanges with that card. */
    public RecordedCard(SmartCard card) {
        this.card = card;
    }

    @Override
    public byte[] atr() {
        return card.atr();
    }

    @Override
    public byte[] transmit(byte[] command) throws CardWithdrawnException {
        try {
            var response = card.transmit(command);
            write(command, response);
            return response;
        } catch (CardWithdrawnException e) {
            write(command, new byte[0]);
            throw e;
        }
    }

    private synchronized void write(byte[] command, byte[] response) {
        var ins = command.length < 4 ? -1 : command[1] & 0xFF;
        var sent = HEX.formatHex(command);
        var got = HEX.formatHex(response);
        follow(ins, command, sent, got);
        var isSecret = ins < 0 || SECRET_DATA.contains(ins);
        exchanges.add(new ApduTrace.Exchange(
                isSecret ? hidden(sent, HEADER_DIGITS, sent.length()) : sent,
                isAnswerOpen ? got : hidden(got, 0, got.length() - STATUS_DIGITS)));
    }

    /** Notes whether the file that is selected, and the answer to this command, are alike on every card. */
    private void follow(int ins, byte[] command, String sent, String got) {
        if (ins < 0 || ins == GET_RESPONSE) {
            return; // the rest of the answer before
        }
        if (ins == SELECT) {
            var isSuccess = got.matches(".*(90|61)..");
            var path = sent.substring(Math.min(HEADER_DIGITS, sent.length()));
            var last = path.substring(0, Math.min(path.length(), 2 * dataLength(command)));
            isFileAlike = isSuccess && command[2] != BY_NAME && ALIKE.stream().anyMatch(last::endsWith);
        }
        var isShort = command[2] < 0;
        var isReadAlike = isShort ? ALIKE_SHORT.contains(command[2] & 0x1F) : isFileAlike;
        isAnswerOpen = ins == READ_BINARY ? isReadAlike : OPEN_ANSWERS.contains(ins);
    }

    private static int dataLength(byte[] command) {
        return command.length > 5 ? command[4] & 0xFF : 0;
    }

    private static String hidden(String digits, int from, int to) {
        return from >= to ? digits : digits.substring(0, from) + "X".repeat(to - from) + digits.substring(to);
    }

    @Override
    public void reset() {
        card.reset();
    }

    @Override
    public void powerOff() {
        card.powerOff();
    }

    /** The exchanges so far. */
    public synchronized ApduTrace trace() {
        return new ApduTrace(exchanges);
    }
}
