package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException.Fault;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The text of a configuration file, JSON with comments: its members, the line of each, and what is misspelt: an unknown
 * member is a fault, since a misspelt safeguard must not be silently off. No fault ends the reading or repeats a value;
 * a value that cannot be used is replaced by one that causes no other fault.
 */
public final class ConfigurationText implements SettingsReader.Source {
    private static final int LARGEST = 1 << 20;
    private static final int MOST_COMMAS = 100;
    private static final int LONGEST_NAME = 40;
    private static final String WHOLE = "";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Fault> mistakes = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final ObjectNode root = MAPPER.createObjectNode();
    private final ConfigurationFile file;
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
        try (var in = MAPPER.createParser(withCommas(text.replaceFirst("^\uFEFF", "")))) {
            read(in, root);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
        try {
            file = MAPPER.treeToValue(root, ConfigurationFile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every member was checked", e);
        }
    }

    private void read(JsonParser in, ObjectNode root) throws IOException {
        try {
            if (in.nextToken() == null) {
                mistake(in, WHOLE, "empty");
                return;
            }
            record(in, ConfigurationFile.class, "", root);
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

    /** Mends commas, the usual slip, so that the rest can be read; each is a mistake. */
    private String withCommas(String text) {
        var mended = text;
        for (var commas = 0; commas < MOST_COMMAS; commas++) {
            var failure = failure(mended);
            if (failure.isEmpty()) {
                break;
            }
            var at = failure.getAsInt();
            var before = mended.substring(0, at).stripTrailing();
            var isSuperfluous = before.endsWith(",");
            var next = isSuperfluous
                    ? before.substring(0, before.length() - 1) + " " + mended.substring(before.length())
                    : before + "," + mended.substring(before.length());
            var still = failure(next);
            if (still.isPresent() && still.getAsInt() <= at + 1) {
                break;
            }
            add((int) before.lines().count(), WHOLE, isSuperfluous ? "comma.superfluous" : "comma.missing");
            mended = next;
        }
        return mended;
    }

    /** The character at which a text stops being JSON. */
    private static OptionalInt failure(String text) {
        try (var in = MAPPER.createParser(text)) {
            try {
                in.nextToken();
                while (in.currentToken() != null) {
                    in.skipChildren();
                    in.nextToken();
                }
                return OptionalInt.empty();
            } catch (JsonProcessingException e) {
                return OptionalInt.of((int) Math.max(0, in.currentLocation().getCharOffset() - 1));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
    }

    /** The members. */
    public ConfigurationFile file() {
        return file;
    }

    /** One member; of a list, what stands in it, separated by commas. */
    @Override
    public Optional<String> value(String key) {
        var member = root.at("/" + key.replaceAll("[.\\[]", "/").replace("]", ""));
        return member.isArray()
                ? Optional.of(StreamSupport.stream(member.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(",")))
                : Optional.of(member).filter(JsonNode::isValueNode).map(JsonNode::asText);
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

    private void value(JsonParser in, Type type, String key, Consumer<JsonNode> use) throws IOException {
        if (type instanceof ParameterizedType generic) {
            var inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == List.class) {
                list(in, inner, key, use);
            } else {
                value(in, inner, key, use);
            }
        } else if (((Class<?>) type).isRecord()) {
            var members = MAPPER.createObjectNode();
            // Before it is read: what follows may be no JSON.
            use.accept(members);
            record(in, (Class<?>) type, key, members);
        } else {
            use.accept(scalar(in, (Class<?>) type, key));
        }
    }

    private void list(JsonParser in, Type type, String key, Consumer<JsonNode> use) throws IOException {
        var entries = MAPPER.createArrayNode();
        use.accept(entries);
        if (!in.isExpectedStartArrayToken()) {
            mistake(in, key, "list");
            return;
        }
        for (var i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
            var entry = key + "[" + i + "]";
            lines.put(entry, in.currentTokenLocation().getLineNr());
            value(in, type, entry, entries::add);
        }
    }

    private void record(JsonParser in, Class<?> type, String key, ObjectNode members) throws IOException {
        if (in.isExpectedStartObjectToken()) {
            members(in, type, key, members);
        } else if (type == ConfigurationFile.Secret.class && in.currentToken() == JsonToken.VALUE_STRING) {
            mistake(in, key, "secret.in.clear", "{\"variable\": …}", "{\"file\": …}");
        } else {
            mistake(in, key, "members", String.join(", ", names(type).keySet()));
        }
    }

    private void members(JsonParser in, Class<?> type, String key, ObjectNode members) throws IOException {
        var known = names(type);
        var prefix = key.isEmpty() ? "" : key + ".";
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
                unknown(in, type, prefix, members);
            } else if (in.currentToken() != JsonToken.VALUE_NULL) {
                value(in, known.get(name), prefix + name, value -> members.set(name, value));
            }
        }
    }

    /** Takes a member for the one whose name is nearest, so that its value is looked at too. */
    private void unknown(JsonParser in, Class<?> type, String prefix, ObjectNode members) throws IOException {
        var name = in.currentName();
        var key = prefix + printable(name);
        var known = names(type);
        var nearest = NearestName.of(name, known.keySet());
        if (nearest.isPresent() && !members.has(nearest.get())) {
            var meant = nearest.get();
            add(in.currentTokenLocation().getLineNr(), key, "unknown.nearest", meant);
            lines.put(prefix + meant, in.currentTokenLocation().getLineNr());
            value(in, known.get(meant), prefix + meant, value -> members.set(meant, value));
        } else {
            var place = nearest.or(() -> elsewhere(name, prefix));
            mistake(
                    in,
                    key,
                    place.isPresent() ? "unknown.nearest" : "unknown",
                    place.orElseGet(() -> String.join(", ", known.keySet())));
        }
    }

    private static String printable(String name) {
        var text = name.replaceAll("[^ -~]", "?");
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
    }

    private JsonNode scalar(JsonParser in, Class<?> type, String key) throws IOException {
        var token = in.currentToken();
        if (type == boolean.class || type == Boolean.class) {
            if (!token.isBoolean()) {
                mistake(in, key, "unquoted.boolean");
            }
            return BooleanNode.valueOf(token != JsonToken.VALUE_FALSE);
        }
        if (type == String.class || type == URI.class) {
            if (token != JsonToken.VALUE_STRING) {
                mistake(in, key, "quoted");
                return new TextNode(type == URI.class ? "https://none.invalid" : "");
            }
            return new TextNode(type == URI.class ? address(in, key) : in.getText());
        }
        var isShort = token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() == NumberType.INT;
        if (isShort
                || type == Long.class && token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() == NumberType.LONG) {
            return LongNode.valueOf(in.getLongValue());
        }
        mistake(in, key, "whole.number");
        return IntNode.valueOf(1);
    }

    private String address(JsonParser in, String key) throws IOException {
        try {
            return URI.create(in.getText()).toString();
        } catch (IllegalArgumentException e) {
            // Without its message, which repeats the value.
            mistake(in, key, "address");
            return "https://none.invalid";
        }
    }

    private static Map<String, Type> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(
                        RecordComponent::getName,
                        RecordComponent::getGenericType,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** Where a member of that name stands: below the place where it was written, or in the only place that has one. */
    private static Optional<String> elsewhere(String name, String prefix) {
        var places = places("", ConfigurationFile.class)
                .filter(place -> ("." + place).endsWith("." + name))
                .toList();
        var here = prefix.replaceAll("\\[\\d+]", "");
        return places.stream()
                .filter(place -> place.startsWith(here) && !here.isEmpty())
                .findFirst()
                .or(() -> places.stream().filter(place -> places.size() == 1).findFirst());
    }

    private static Stream<String> places(String prefix, Type type) {
        if (type instanceof ParameterizedType generic) {
            return places(prefix, generic.getActualTypeArguments()[0]);
        }
        return ((Class<?>) type).isRecord()
                ? names((Class<?>) type).entrySet().stream()
                        .flatMap(member -> Stream.concat(
                                Stream.of(prefix + member.getKey()),
                                places(prefix + member.getKey() + ".", member.getValue())))
                : Stream.empty();
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
