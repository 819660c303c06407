package io.github.pscsdk.testkit.card.internal.chip;

import io.github.pscsdk.testkit.card.internal.crypto.CardKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The files of one card, by their paths, and the names of its applications: {@code files.txt} for its generation. */
public final class CardFiles {
    static final String MASTER = "3F00";

    private static final String APPLICATION = "3F000001";

    /** Also in EF.ATR of a CPS3, where OpenSC takes it for the root; that it selects the master file is invented. */
    private static final String CHIPDOC = "8025000001FF0100";

    /** Short identifiers of IAS-ECC, valid in the master file (OpenSC reads EF.SN so). */
    private static final Map<Integer, String> SHORT_IDS = Map.of(0x1C, "3F00D003", 0x1D, "3F002F01", 0x1E, "3F002F00");

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private final Map<String, CardFile> files = new HashMap<>();
    private final Map<String, String> applications;

    /** The files of a new card; {@code hidesHolder} if certificates are read only after the code porteur. */
    public CardFiles(Generation generation, String serial, CardKey.Pair keys, boolean hidesHolder) {
        applications = Map.of(generation.application(), APPLICATION, CHIPDOC, MASTER);
        for (var line : lines()) {
            var words = line.split("\\s+", 4);
            if (words[0].equals("all") || List.of(words[0].split(",")).contains(generation.name())) {
                var content = words.length < 4 ? Optional.<Supplier<byte[]>>empty() : content(words[3], serial, keys);
                var needsCode = words[2].equals("code") || words[2].equals("certificate") && hidesHolder;
                files.put(words[1], new CardFile(words[1], content, needsCode));
            }
        }
    }

    private static List<String> lines() {
        try (var in = CardFiles.class.getResourceAsStream("files.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\R +", " ")
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("files.txt cannot be read", e);
        }
    }

    private static Optional<Supplier<byte[]>> content(String written, String serial, CardKey.Pair keys) {
        return Optional.of(
                switch (written) {
                    case "{authentication}" -> keys.authentication()::certificate;
                    case "{signature}" -> keys.signature()::certificate;
                    default -> {
                        var digits = TEXT.matcher(written.replace("{serial}", full(serial)))
                                .replaceAll(text -> Hex.text(text.group(1).getBytes(StandardCharsets.US_ASCII)));
                        var bytes = Hex.bytes(digits.replace(" ", ""));
                        yield () -> bytes;
                    }
                });
    }

    /** The issuer of the cards, the number of the card and a Luhn digit (cps-card, section 4). */
    private static String full(String serial) {
        var body = "8025000001" + serial;
        var sum = 0;
        for (var i = 0; i < body.length(); i++) {
            var digit = body.charAt(body.length() - 1 - i) - '0';
            var weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return body + (10 - sum % 10) % 10;
    }

    Optional<CardFile> at(String path) {
        return Optional.ofNullable(files.get(path));
    }

    Optional<CardFile> application(String name) {
        return Optional.ofNullable(applications.get(name)).flatMap(this::at);
    }

    Optional<CardFile> byShortId(int id) {
        return Optional.ofNullable(SHORT_IDS.get(id)).flatMap(this::at);
    }
}
