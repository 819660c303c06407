package io.github.pscsdk.example.declaration;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;

/** A text in the two languages of the form. */
public record LocalizedText(String french, String english) {
    /** The text of that key in the properties beside a class, with its values. */
    public static LocalizedText beside(Class<?> neighbour, String properties, String key, Object... values) {
        return new LocalizedText(
                Texts.beside(neighbour, properties, Language.FRENCH).get(key, values),
                Texts.beside(neighbour, properties, Language.ENGLISH).get(key, values));
    }

    public String in(Language language) {
        return language == Language.FRENCH ? french : english;
    }
}
