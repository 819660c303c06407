package io.github.pscsdk.testkit.card.internal.chip;

/** The response to a command, with its status (cps-card, section 7; ISO 7816-4, table 6). */
record Response(byte[] data, int status) {
    static final Response OK = of(0x9000);
    static final Response WRONG_LENGTH = of(0x6700);
    static final Response NO_SUCH_CHANNEL = of(0x6881);
    static final Response CODE_NEEDED = of(0x6982);
    static final Response BLOCKED = of(0x6983);
    static final Response CONDITIONS = of(0x6985);
    static final Response NO_FILE_SELECTED = of(0x6986);
    static final Response WRONG_DATA = of(0x6A80);
    static final Response NOT_FOUND = of(0x6A82);
    static final Response WRONG_P1P2 = of(0x6A86);
    static final Response NO_SUCH_REFERENCE = of(0x6A88);
    static final Response WRONG_OFFSET = of(0x6B00);
    static final Response UNKNOWN_INSTRUCTION = of(0x6D00);
    static final Response WRONG_CLASS = of(0x6E00);

    private static final int END_OF_FILE = 0x6282;

    static Response of(int status) {
        return new Response(new byte[0], status);
    }

    static Response ok(byte[] data) {
        return new Response(data, OK.status);
    }

    static Response endOfFile(byte[] data) {
        return new Response(data, END_OF_FILE);
    }

    static Response triesLeft(int tries) {
        return of(0x63C0 | tries);
    }

    /** So many bytes wait for GET RESPONSE. */
    static Response more(int bytes) {
        return of(0x6100 | bytes & 0xFF);
    }

    /** The same command again with so many bytes as Le. */
    static Response wrongLe(int bytes) {
        return of(0x6C00 | bytes & 0xFF);
    }

    byte[] toBytes() {
        return Tlv.join(data, new byte[] {(byte) (status >>> 8), (byte) status});
    }

    /** Hides the data, which may name a person. */
    @Override
    public String toString() {
        return "Response[" + data.length + " bytes, " + Integer.toHexString(status) + "]";
    }
}
