package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.CardChoice;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.NationalIdAnswer;
import io.github.pscsdk.spi.PersonDialog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a login by an authenticator brings to light, and its words must not: identifiers, one-time codes, secrets. */
final class PersonalData {
    private static final int SHORTEST_SPELLED = 9;
    private static final String RPPS = "8\\d{11}";

    private final Map<String, String> kinds = new ConcurrentHashMap<>();

    void identifiers(Collection<NationalId> ids) {
        ids.forEach(this::identifier);
    }

    /** Also without the digit that stands before each RPPS number. */
    void identifier(NationalId id) {
        kinds.put(id.value(), "the identifier of a person");
        if (id.value().matches(RPPS)) {
            kinds.put(id.value().substring(1), "an RPPS number");
        }
    }

    void secret(String value) {
        kinds.put(value, "the value of a secret setting");
    }

    /** The same dialog; its answers become personal data. */
    PersonDialog recorded(PersonDialog dialog) {
        return (PersonDialog) Proxy.newProxyInstance(
                PersonDialog.class.getClassLoader(),
                new Class<?>[] {PersonDialog.class},
                (proxy, method, arguments) -> {
                    try {
                        var answer = method.invoke(dialog, arguments);
                        if (answer instanceof Optional<?> given) {
                            given.ifPresent(this::answer);
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void answer(Object given) {
        if (given instanceof char[] code) {
            kinds.put(new String(code), "a one-time code");
        } else if (given instanceof NationalIdAnswer typed) {
            identifier(typed.nationalId());
        } else if (given instanceof String typed) {
            kinds.put(typed, "what a person has typed");
        } else if (given instanceof CardChoice card) {
            card.holder().ifPresent(name -> kinds.put(name, "the name of a card's holder"));
        }
    }

    /** What kind of personal data a text holds, in whichever spelling; never the data. */
    Optional<String> in(String text) {
        var bare = bare(text);
        return kinds.entrySet().stream()
                .filter(each -> text.contains(each.getKey()) || holdsSpelling(text, bare, each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What is shorter may stand in any number by chance. */
    private static boolean holdsSpelling(String text, String bare, String value) {
        if (value.length() < SHORTEST_SPELLED) {
            return false;
        }
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return bare.contains(bare(value))
                || bare.contains(bare(new StringBuilder(value).reverse().toString()))
                || bare.contains(HexFormat.of().formatHex(bytes))
                // Of what is not a multiple of three bytes, the last character depends on what follows.
                || text.contains(base64.substring(0, bytes.length / 3 * 4));
    }

    /** Letters and digits alone, as if nobody had grouped them or written them in another script. */
    private static String bare(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(character -> Character.isDigit(character)
                        ? '0' + Character.digit(character, 10)
                        : Character.toLowerCase(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
