package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException.Fault;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The text of a configuration file, JSON with comments: its members by their keys, such as {@code clients[0].id}, the
 * line of each, and what is misspelt: a member that {@link ConfigurationSchema} does not have is a fault, since a
 * misspelt safeguard must not be silently off. No fault ends the reading or repeats a value; a value that cannot be
 * used is replaced by one that causes no other fault.
 */
public final class ConfigurationText implements SettingsReader.Source {
    private static final int LARGEST = 1 << 20;
    private static final Pattern WORDS = Pattern.compile("[A-Za-z ._-]{1,40}[0-9]{0,3}");
    private static final String WHOLE = "";
    private static final String NO_ADDRESS = "https://none.invalid";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    // Of lists and objects, how many members they have.
    private final Map<String, Integer> sizes = new HashMap<>();
    private final List<Fault> mistakes = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private boolean isWhole = true;

    /**
     * Reads a file.
     *
     * @throws SettingsException if it cannot be read, or is no text; faults of the text are kept for {@link #check}
     */
    public static ConfigurationText read(Path path) {
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw unreadable(path, "too.large", LARGEST);
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new ConfigurationText(text.toString());
        } catch (CharacterCodingException e) {
            throw unreadable(path, "no.text");
        } catch (NoSuchFileException e) {
            throw unreadable(path, "not.there");
        } catch (IOException e) {
            throw unreadable(path, "unreadable");
        }
    }

    private static SettingsException unreadable(Path path, String sentence, Object... values) {
        return exception(List.of(new Fault(Optional.empty(), path.toString(), sentence, List.of(values))));
    }

    private static SettingsException exception(List<Fault> faults) {
        return new SettingsException(faults, ConfigurationText.class);
    }

    private ConfigurationText(String text) {
        try (var in = MAPPER.createParser(text.replaceFirst("^\uFEFF", ""))) {
            read(in);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
    }

    private void read(JsonParser in) throws IOException {
        try {
            if (in.nextToken() == null) {
                mistake(in, WHOLE, "empty");
                return;
            }
            value(in, ConfigurationSchema.ROOT, WHOLE);
            if (in.nextToken() != null) {
                mistake(in, WHOLE, "goes.on");
            }
        } catch (JsonProcessingException e) {
            // Without its message, which may quote a secret.
            isWhole = false;
            // Behind the character that was not expected.
            var place = in.currentLocation();
            add(place.getLineNr(), WHOLE, "no.json", Math.max(1, place.getColumnNr() - 1));
        }
    }

    /** The keys that the file has, and those that were meant. */
    public Set<String> keys() {
        return Set.copyOf(lines.keySet());
    }

    /** One member; of a list, what stands in it, separated by commas. */
    @Override
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key))
                .or(() -> Optional.of(entries(key))
                        .filter(entries -> sizes.containsKey(key))
                        .map(entries -> entries.stream().map(values::get).collect(Collectors.joining(","))));
    }

    /** Whether the file has that list or object. */
    public boolean has(String key) {
        return sizes.containsKey(key);
    }

    /** The keys of what stands in a list. */
    public List<String> entries(String key) {
        return IntStream.range(0, sizes.getOrDefault(key, 0))
                .mapToObj(i -> key + "[" + i + "]")
                .toList();
    }

    /**
     * Ends the reading.
     *
     * @param noticed faults by the members that they were noticed at
     * @throws SettingsException if there was any fault, here or there; each with its line
     */
    public void check(List<Fault> noticed) {
        var all = Stream.concat(
                        mistakes.stream(),
                        noticed.stream()
                                .filter(this::isNews)
                                .map(fault ->
                                        new Fault(line(fault.key()), fault.key(), fault.sentence(), fault.values())))
                .distinct()
                .sorted(Comparator.comparingInt(fault -> fault.line().orElse(Integer.MAX_VALUE)))
                .toList();
        if (!all.isEmpty()) {
            throw exception(all);
        }
    }

    /** False of a fault that follows from a mistake, and of a missing member of a text that was not read to its end. */
    private boolean isNews(Fault fault) {
        return told.stream().noneMatch(key -> isWithin(fault.key(), key))
                && (isWhole || lines.containsKey(fault.key()));
    }

    private static boolean isWithin(String key, String other) {
        return other.equals(WHOLE)
                || key.startsWith(other)
                        && (key.length() == other.length() || ".[".indexOf(key.charAt(other.length())) >= 0);
    }

    private Optional<Integer> line(String key) {
        var known = key;
        while (!known.isEmpty() && !lines.containsKey(known)) {
            known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
        }
        return Optional.ofNullable(lines.get(known));
    }

    private void mistake(JsonParser in, String key, String sentence, Object... values) throws IOException {
        add(in.currentTokenLocation().getLineNr(), key, sentence, values);
        told.add(key);
        in.skipChildren();
    }

    private void add(int line, String key, String sentence, Object... values) {
        mistakes.add(new Fault(Optional.of(line), key, sentence, List.of(values)));
    }

    private void value(JsonParser in, String kind, String key) throws IOException {
        if (kind.endsWith("[]")) {
            list(in, kind.substring(0, kind.length() - 2), key);
        } else if (ConfigurationSchema.members(kind).isEmpty()) {
            values.put(key, scalar(in, kind, key));
        } else {
            object(in, kind, key);
        }
    }

    private void list(JsonParser in, String kind, String key) throws IOException {
        sizes.put(key, 0);
        if (!in.isExpectedStartArrayToken()) {
            mistake(in, key, "list");
            return;
        }
        for (var i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
            var entry = key + "[" + i + "]";
            lines.put(entry, in.currentTokenLocation().getLineNr());
            sizes.put(key, i + 1);
            value(in, kind, entry);
        }
    }

    private void object(JsonParser in, String kind, String key) throws IOException {
        sizes.put(key, 0);
        if (in.isExpectedStartObjectToken()) {
            members(in, kind, key.isEmpty() ? "" : key + ".");
        } else if (kind.equals("secret") && in.currentToken() == JsonToken.VALUE_STRING) {
            mistake(in, key, "secret.in.clear", "{\"variable\": …}", "{\"file\": …}");
        } else {
            mistake(in, key, "members", names(kind));
        }
    }

    private static String names(String kind) {
        return String.join(", ", ConfigurationSchema.members(kind).keySet());
    }

    private void members(JsonParser in, String kind, String prefix) throws IOException {
        var known = ConfigurationSchema.members(kind);
        Set<String> written = new HashSet<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            var isFirst = written.add(name);
            if (isFirst) {
                lines.put(prefix + name, in.currentTokenLocation().getLineNr());
            }
            in.nextToken();
            if (!isFirst) {
                mistake(in, prefix + printable(name), "twice");
            } else if (!known.containsKey(name)) {
                unknown(in, kind, prefix);
            } else if (in.currentToken() != JsonToken.VALUE_NULL) {
                value(in, known.get(name), prefix + name);
            }
        }
    }

    /** Takes a member for the one whose name is nearest, so that its value is looked at too. */
    private void unknown(JsonParser in, String kind, String prefix) throws IOException {
        var name = in.currentName();
        var key = prefix + printable(name);
        var known = ConfigurationSchema.members(kind);
        var nearest = NearestName.of(name, known.keySet());
        if (nearest.isPresent() && !lines.containsKey(prefix + nearest.get())) {
            var meant = nearest.get();
            add(in.currentTokenLocation().getLineNr(), key, "unknown.nearest", meant);
            lines.put(prefix + meant, in.currentTokenLocation().getLineNr());
            value(in, Objects.requireNonNull(known.get(meant), meant), prefix + meant);
        } else {
            var place = nearest.or(() -> elsewhere(name, prefix));
            mistake(in, key, place.isPresent() ? "unknown.nearest" : "unknown", place.orElseGet(() -> names(kind)));
        }
    }

    /** A name of words, perhaps with a number; any other may be a secret in the wrong place. */
    private static String printable(String name) {
        return WORDS.matcher(name).matches() ? name : "…";
    }

    private String scalar(JsonParser in, String kind, String key) throws IOException {
        var token = in.currentToken();
        return switch (kind) {
            case "flag" -> token.isBoolean() ? in.getText() : mistaken(in, key, "unquoted.boolean", "true");
            case "int", "long" ->
                token == JsonToken.VALUE_NUMBER_INT
                                && (in.getNumberType() == NumberType.INT
                                        || kind.equals("long") && in.getNumberType() == NumberType.LONG)
                        ? in.getText()
                        : mistaken(in, key, "whole.number", "1");
            case "address" ->
                token == JsonToken.VALUE_STRING ? address(in, key) : mistaken(in, key, "quoted", NO_ADDRESS);
            default -> token == JsonToken.VALUE_STRING ? in.getText() : mistaken(in, key, "quoted", "");
        };
    }

    private String address(JsonParser in, String key) throws IOException {
        try {
            return URI.create(in.getText()).toString();
        } catch (IllegalArgumentException e) {
            // Without its message, which repeats the value.
            return mistaken(in, key, "address", NO_ADDRESS);
        }
    }

    private String mistaken(JsonParser in, String key, String sentence, String instead) throws IOException {
        mistake(in, key, sentence);
        return instead;
    }

    /** Where a member of that name stands: below the place where it was written, or in the only place that has one. */
    private static Optional<String> elsewhere(String name, String prefix) {
        var places = places("", ConfigurationSchema.ROOT)
                .filter(place -> ("." + place).endsWith("." + name))
                .toList();
        var here = prefix.replaceAll("\\[\\d+]", "");
        return places.stream()
                .filter(place -> place.startsWith(here) && !here.isEmpty())
                .findFirst()
                .or(() -> places.stream().filter(place -> places.size() == 1).findFirst());
    }

    private static Stream<String> places(String prefix, String kind) {
        return ConfigurationSchema.members(kind.replace("[]", "")).entrySet().stream()
                .flatMap(member -> Stream.concat(
                        Stream.of(prefix + member.getKey()),
                        places(prefix + member.getKey() + ".", member.getValue())));
    }

    /** Finds the name that a misspelt one was meant to be. */
    static final class NearestName {
        private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]");

        private NearestName() {}

        /** The name with the fewest slips, at most one in three letters; empty where all differ more. */
        static Optional<String> of(String written, Set<String> names) {
            return names.stream()
                    .filter(name -> slips(written, name) * 3 <= Math.max(written.length(), name.length()))
                    .min(Comparator.comparingInt(name -> slips(written, name)));
        }

        /**
         * The Levenshtein distance, whatever the case and the signs between words; 1 where one of them begins or ends
         * with the other.
         */
        private static int slips(String written, String name) {
            var one = letters(written);
            var other = letters(name);
            if (!one.equals(other) && (isEndOf(one, other) || one.length() > 2 && isEndOf(other, one))) {
                return 1;
            }
            var row = new int[other.length() + 1];
            for (var j = 0; j < row.length; j++) {
                row[j] = j;
            }
            for (var i = 1; i <= one.length(); i++) {
                var diagonal = row[0];
                row[0] = i;
                for (var j = 1; j < row.length; j++) {
                    var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                    diagonal = row[j];
                    row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
                }
            }
            return row[other.length()];
        }

        private static boolean isEndOf(String whole, String part) {
            return whole.startsWith(part) || whole.endsWith(part);
        }

        private static String letters(String name) {
            return BETWEEN_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        }
    }
}
