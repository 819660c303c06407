package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The identifiers, one-time codes and secrets of a login, which an authenticator must not tell; and the words by which
 * it asks for them.
 */
final class PersonalData {
    private static final int SHORTEST_SPELLED = 9;
    private static final String RPPS = "8\\d{11}";

    /**
     * The codes of a CPS card and of the e-CPS; what the API itself refuses in questions for one-time codes is not
     * looked for again.
     */
    private static final Pattern CODES = Pattern.compile(
            "(?iuU)\\b(PIN|code porteur|code confidentiel|code secret|mot de passe|password|passcode|secret code)\\b");

    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final Map<String, String> kinds = new ConcurrentHashMap<>();
    private final Set<String> questions = new ConcurrentSkipListSet<>();

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

    /** The same dialog; its answers become personal data, and its questions are noted. */
    LoginDialog recorded(LoginDialog dialog) {
        return (LoginDialog) Proxy.newProxyInstance(
                LoginDialog.class.getClassLoader(), new Class<?>[] {LoginDialog.class}, (proxy, method, arguments) -> {
                    if (arguments != null) {
                        Stream.of(arguments).forEach(this::question);
                    }
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

    private void question(Object asked) {
        if (asked instanceof List<?> choices) {
            if (choices.stream()
                    .allMatch(each -> each instanceof BilingualLine choice
                            && DIGIT.matcher(choice.in(Locale.FRENCH)).matches())) {
                questions.add("password of single digits");
            }
        } else if (asked instanceof BilingualLine text) {
            questions.add(text.in(Locale.FRENCH));
            questions.add(text.in(Locale.ENGLISH));
        }
    }

    void settings(AuthenticatorDescriptor descriptor) {
        descriptor.settings().forEach(setting -> {
            questions.add(setting.name());
            questions.add(setting.label(Locale.FRENCH));
            questions.add(setting.label(Locale.ENGLISH));
        });
    }

    Set<String> questionsForCodes() {
        var found = new TreeSet<>(questions);
        found.removeIf(each -> !CODES.matcher(each).find());
        return found;
    }

    /** The kind of personal data in a text, in whichever spelling; never the data. */
    Optional<String> in(String text) {
        var bare = bare(text);
        return kinds.entrySet().stream()
                .filter(each -> text.contains(each.getKey()) || holdsSpelling(text, bare, each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A shorter value may stand in any number by chance. */
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
