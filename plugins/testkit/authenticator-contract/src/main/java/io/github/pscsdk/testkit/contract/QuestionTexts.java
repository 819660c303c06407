package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.ChoiceQuestion;
import io.github.pscsdk.api.YesNoQuestion;
import io.github.pscsdk.diagnostic.ShortText;
import io.github.pscsdk.spi.PersonDialog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/** The words by which an authenticator asks a person or an operator for something. */
final class QuestionTexts {
    /** The codes of a CPS card and of the e-CPS, as they are called; what the API itself refuses in questions for one-time codes is not looked for again. */
    private static final Pattern CODES = Pattern.compile(
            "(?iuU)\\b(PIN|code porteur|code confidentiel|code secret|mot de passe|password|passcode|secret code)\\b");

    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final Set<String> words = new ConcurrentSkipListSet<>();

    /** The names and labels of its settings. */
    void settings(AuthenticatorDescriptor descriptor) {
        descriptor.settings().forEach(setting -> {
            words.add(setting.name());
            words.add(setting.label(Locale.FRENCH));
            words.add(setting.label(Locale.ENGLISH));
        });
    }

    /** The same dialog; its questions are noted. */
    PersonDialog recorded(PersonDialog dialog) {
        return (PersonDialog) Proxy.newProxyInstance(
                PersonDialog.class.getClassLoader(),
                new Class<?>[] {PersonDialog.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length > 0) {
                        note(arguments[0]);
                    }
                    try {
                        return method.invoke(dialog, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void note(Object question) {
        if (question instanceof ChoiceQuestion choice) {
            note(choice.text());
            if (choice.choices().stream()
                    .allMatch(each -> DIGIT.matcher(each.in(Locale.FRENCH)).matches())) {
                words.add("password of single digits");
            }
        } else if (question instanceof YesNoQuestion yesOrNo) {
            note(yesOrNo.text());
        }
    }

    private void note(ShortText text) {
        words.add(text.in(Locale.FRENCH));
        words.add(text.in(Locale.ENGLISH));
    }

    /** The texts that ask for a code. */
    Set<String> forCodes() {
        var found = new TreeSet<>(words);
        found.removeIf(each -> !CODES.matcher(each).find());
        return found;
    }
}
