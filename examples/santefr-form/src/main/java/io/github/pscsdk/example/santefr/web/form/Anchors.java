package io.github.pscsdk.example.santefr.web.form;

import java.util.regex.Pattern;

/** The identifiers of fields within the page. */
final class Anchors {
    private static final Pattern SIGNS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern ELEMENT = Pattern.compile("\\[\\d+]$");

    private Anchors() {}

    /** Of a field's name, such as {@code offers-0-phone}. */
    static String of(String name) {
        return SIGNS.matcher(name).replaceAll("-");
    }

    /** The field that holds an element of a list, such as {@code offers[0].tests} of {@code offers[0].tests[1]}. */
    static String fieldOf(String name) {
        return name.contains(".") ? ELEMENT.matcher(name).replaceFirst("") : name;
    }
}
